import { call, chat, community, reaction } from '../support/index.ts';
import type { Activity, TestCommunity } from '../support/index.ts';

export interface Flag {
  flagId: string;
  kind: 'burst' | 'reciprocal';
  userIds: string[];
  day: string;
  evidence: Record<string, unknown>;
  dismissedAt: string | null;
}

/** Nothing is refused here, so that a test says how much there is. */
export const open = (timeZone = 'UTC'): Promise<TestCommunity> => community({ cooldownSeconds: 0, timeZone });

/** Looks at the day before, which is the day of the tests' activities unless said otherwise. */
export const raise = (club: TestCommunity, at = '2026-11-21T03:00:00Z'): Promise<number> =>
  call('raise_flags', { community_id: club.id, at });

export const flags = (club: TestCommunity): Promise<Flag[]> =>
  call('list_flags', { community_id: club.id, page_limit: 100 });

export const dismiss = (club: TestCommunity, flagId: string, at: string): Promise<Flag | null> =>
  call('dismiss_flag', { community_id: club.id, flag_id: flagId, at, by: 'user_boss' });

/** So many messages, evenly over so many minutes from a time of day on. */
export function chats(userId: string, count: number, minutes = 9, from = '12:00:00'): Activity[] {
  return Array.from({ length: count }, (_, n) => chat(userId, after(from, (n * minutes * 60) / count)));
}

/** So many reactions of one member to another, an hour apart. */
export function reactions(giver: string, receiver: string, count: number, from = '01:00:00'): Activity[] {
  return Array.from({ length: count }, (_, n) =>
    reaction(giver, after(from, n * 3600), { counterpartId: receiver }),
  );
}

function after(time: string, seconds: number): string {
  return new Date(Date.parse(`2026-11-20T${time}Z`) + seconds * 1000).toISOString();
}
