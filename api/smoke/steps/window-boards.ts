import type { EventsAnswer, Leaderboard } from '@wee5/contract';
import { ask } from '../ask.ts';
import { expectEqual, type Step } from '../step.ts';

const TEN_DAYS_MS = 10 * 24 * 60 * 60_000;

export const windowBoards: Step = {
  claim: 'the board of a past day has what was earned on it',
  async run(world) {
    const day = new Date(Date.now() - TEN_DAYS_MS).toISOString().slice(0, 10);
    const event = { name: 'webinar', userId: 'user_member', idempotencyKey: 'past', at: `${day}T12:00:00Z` };
    await ask<EventsAnswer>(world, 'creator', { method: 'POST', path: '/events', body: event });
    for (const window of ['day', 'week', 'month'] as const) {
      const path = `/leaderboard?window=${window}&at=${day}`;
      const { entries, window: shown } = await ask<Leaderboard>(world, 'member', { path });
      expectEqual(`the kind of ${window}`, shown.kind, window);
      const own = entries.find(({ userId }) => userId === 'user_member');
      // What was earned today may be of the same month.
      const isRight = window === 'month' ? (own?.xp ?? 0) >= 30 : own?.xp === 30 && entries.length === 1;
      if (!isRight) throw new Error(`The board of the ${window} of ${day} is ${JSON.stringify(entries)}.`);
    }
    return `30 XP on the boards of the day, the week and the month of ${day}`;
  },
};
