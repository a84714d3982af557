import { randomUUID } from 'node:crypto';
import type { Award } from '../../../api/src/database/functions.ts';

/** An award without what its community adds to it. */
export type Activity = Omit<Award, 'communityId' | 'configVersion'>;

/** A Friday. */
export const TODAY = '2026-11-20';

/** `time` is an ISO instant, or a UTC time of day today: `10:00:30`. */
export function instant(time: string): string {
  return time.includes('T') ? time : `${TODAY}T${time}Z`;
}

export function chat(userId: string, time: string, details: Partial<Activity> = {}): Activity {
  return activity({ type: 'chat', userId, at: instant(time), xp: 15, ...details });
}

export function reply(userId: string, time: string, details: Partial<Activity> = {}): Activity {
  return activity({ type: 'reply', userId, at: instant(time), xp: 20, ...details });
}

export function reaction(userId: string, time: string, details: Partial<Activity> = {}): Activity {
  return activity({ type: 'reaction', userId, at: instant(time), xp: 5, ...details });
}

/** What the author of a message earns for a reaction that `giverId` gave. */
export function received(
  userId: string,
  giverId: string,
  time: string,
  details: Partial<Activity> = {},
): Activity {
  return activity({
    type: 'reaction_received',
    userId,
    counterpartId: giverId,
    at: instant(time),
    xp: 5,
    ...details,
  });
}

export function payment(userId: string, time: string, details: Partial<Activity> = {}): Activity {
  return activity({ type: 'payment', userId, at: instant(time), xp: 100, ...details });
}

export function membership(userId: string, time: string, details: Partial<Activity> = {}): Activity {
  return activity({ type: 'membership', userId, at: instant(time), xp: 50, ...details });
}

function activity(details: Pick<Activity, 'type' | 'userId' | 'at' | 'xp'> & Partial<Activity>): Activity {
  return {
    key: `${details.type}:${randomUUID()}`,
    receipt: { rule: details.type, base: details.xp, multipliers: [], configVersion: 1 },
    facts: {},
    refusal: null,
    counterpartId: null,
    replyToKey: null,
    newcomerXp: 0,
    newcomerDays: 0,
    username: null,
    displayName: null,
    joinedAt: null,
    ...details,
  };
}
