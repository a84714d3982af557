import type { View, ViewData } from './types.ts';
import { ProtocolError } from './errors.ts';

/** What an answer must have before anything relies on it; the rest is taken as the API gives it. */
const needs: { [Kind in View['kind']]: (answer: Record<string, unknown>) => boolean } = {
  community: ({ levels, theme }) =>
    isObject(theme) && isListOf(levels, ({ level, xp }) => isCount(level) && isCount(xp)),
  leaderboard: ({ entries, me, window }) =>
    isListOf(entries, isStanding) && (me === null || (isObject(me) && isStanding(me))) && isObject(window),
  rankCard: (answer) => isStanding(answer) && isCount(answer['levelXp']),
  rewards: ({ rewards }) => isListOf(rewards, ({ rewardId }) => typeof rewardId === 'string'),
};

/** The answer as what it should be. Throws a `ProtocolError` for anything else. */
export function expectAnswer<Kind extends View['kind']>(kind: Kind, answer: unknown): ViewData[Kind] {
  if (isObject(answer) && isCount(answer['version']) && needs[kind](answer)) return answer as ViewData[Kind];
  throw noAnswer(kind);
}

/** The error for an answer that is not what was asked for. */
export function noAnswer(wanted: string, cause?: unknown): ProtocolError {
  return new ProtocolError(`The answer is no ${wanted}: check \`apiUrl\`.`, { cause });
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Versions, XP and levels are all whole numbers from 0. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

export function isListOf(value: unknown, passes: (item: Record<string, unknown>) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => isObject(item) && passes(item));
}

/** A member with an exact total: a card, an entry, or a change. */
export function isStanding({ userId, xp, level }: Record<string, unknown>): boolean {
  return typeof userId === 'string' && isCount(xp) && isCount(level);
}
