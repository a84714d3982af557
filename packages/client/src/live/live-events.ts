import { isCount, isObject, isStanding } from '../check.ts';
import type { LiveEventName } from '../contract.ts';
import type { LiveEvent } from '../types.ts';

type Payload = Record<string, unknown>;

/** What each payload must have besides its version before anything relies on it. */
const needs: Record<LiveEventName, (payload: Payload) => boolean> = {
  'community.changed': ({ after, changed }) =>
    (after === undefined || isCount(after)) &&
    (changed === undefined ||
      (Array.isArray(changed) && changed.every((change) => isObject(change) && isStanding(change)))),
  'community.updated': () => true,
  'member.changed': isStanding,
  'member.leveled_up': (payload) => isStanding(payload) && isCount(payload['previousLevel']),
  'reward.unlocked': isRewardEvent,
  'reward.updated': isRewardEvent,
};

/** What a message says: the version a stream begins with, an event, or nothing this package knows. */
export type Said = { hello: number } | { event: LiveEvent } | 'unknown' | 'malformed';

/** Reads a message by its name; the payloads are the same on every transport. */
export function readEvent(type: string, payload: unknown): Said {
  if (type !== 'hello' && !Object.hasOwn(needs, type)) return 'unknown';
  if (!isObject(payload) || !isCount(payload['version'])) return 'malformed';
  if (type === 'hello') return { hello: payload['version'] };
  return needs[type as LiveEventName](payload)
    ? { event: { type, data: payload } as unknown as LiveEvent }
    : 'malformed';
}

function isRewardEvent({ userId, reward }: Payload): boolean {
  return typeof userId === 'string' && isObject(reward) && typeof reward['rewardId'] === 'string';
}
