import { isCount, isObject, isStanding } from './check.ts';
import type { LiveEventName } from './contract.ts';
import type { StreamEvent } from './sse.ts';
import type { LiveEvent } from './types.ts';

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

/** What a message of the stream says: the version it begins with, an event, or nothing this package knows. */
export type Said = { hello: number } | { event: LiveEvent } | 'unknown' | 'malformed';

export function readEvent({ type, data }: StreamEvent): Said {
  if (type !== 'hello' && !Object.hasOwn(needs, type)) return 'unknown';
  const payload = parse(data);
  if (!isObject(payload) || !isCount(payload['version'])) return 'malformed';
  if (type === 'hello') return { hello: payload['version'] };
  return needs[type as LiveEventName](payload)
    ? { event: { type, data: payload } as unknown as LiveEvent }
    : 'malformed';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRewardEvent({ userId, reward }: Payload): boolean {
  return typeof userId === 'string' && isObject(reward) && typeof reward['rewardId'] === 'string';
}
