import fc from 'fast-check';
import { chat, reaction, reply } from '../support/index.ts';
import type { Activity } from '../support/index.ts';

export const ZONE = 'Europe/Berlin';
/** There it ends a day, a week and a month. */
export const MIDNIGHT = '2026-05-31T22:00:00Z';

const build = { chat, reply, reaction };
const members = ['ana', 'ben', 'cem'] as const;

const activity = fc
  .record({
    source: fc.constantFrom('chat', 'reply', 'reaction'),
    user: fc.constantFrom(...members),
    counterpartId: fc.constantFrom(...members),
    // Half minutes around midnight: close enough for the cooldown to bind.
    slot: fc.integer({ min: -15, max: 15 }),
    xp: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ source, user, slot, ...details }) => {
    const at = new Date(Date.parse(MIDNIGHT) + slot * 30_000).toISOString();
    return build[source](user, at, { ...details, key: `${source}:${user}:${slot}` });
  });

/** One thing that happened has one natural key, whatever it would be worth. */
export const activities = fc.uniqueArray(activity, {
  minLength: 1,
  maxLength: 60,
  selector: ({ key }) => key,
});

/** The same activities as they might be delivered: some twice, in any order, in calls of any size. */
export function deliveries(of: Activity[]): fc.Arbitrary<Activity[][]> {
  return fc
    .tuple(fc.subarray(of), fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 10 }))
    .chain(([twice, sizes]) => {
      const all = [...of, ...twice];
      return fc
        .shuffledSubarray(all, { minLength: all.length, maxLength: all.length })
        .map((shuffled) => split(shuffled, sizes));
    });
}

function split(all: Activity[], sizes: number[]): Activity[][] {
  const calls: Activity[][] = [];
  for (let from = 0, i = 0; from < all.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    calls.push(all.slice(from, from + size));
    from += size;
  }
  return calls;
}
