import type { View, ViewData } from './types.ts';
import { ProtocolError } from './errors.ts';

/** What an answer must have before anything relies on it; the rest is taken as the API gives it. */
const needs: { [Kind in View['kind']]: (answer: Record<string, unknown>) => boolean } = {
  community: ({ levels }) => Array.isArray(levels),
  leaderboard: ({ entries, total }) => Array.isArray(entries) && isCount(total),
  rankCard: ({ userId, xp, level }) => typeof userId === 'string' && isCount(xp) && isCount(level),
  rewards: ({ rewards }) => Array.isArray(rewards),
};

/** The answer as what it should be. Throws a `ProtocolError` for anything else. */
export function expectAnswer<Kind extends View['kind']>(kind: Kind, answer: unknown): ViewData[Kind] {
  if (isObject(answer) && isCount(answer['version']) && needs[kind](answer)) return answer as ViewData[Kind];
  throw new ProtocolError(`The answer is no ${kind}: check \`apiUrl\`.`);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Versions, XP and levels are all whole numbers from 0. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
