import fc from 'fast-check';
import { chat, reaction, reply } from '../support/index.ts';
import type { Activity } from '../support/index.ts';

const build = { chat, reply, reaction };

const activity = fc
  .record({
    source: fc.constantFrom('chat', 'reply', 'reaction'),
    user: fc.constantFrom('ana', 'ben', 'cem'),
    // Half minutes around midnight in Berlin and the end of a month: close enough for the cooldown to bind.
    slot: fc.integer({ min: 0, max: 30 }),
    xp: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ source, user, slot, xp }) => {
    const at = new Date(Date.UTC(2026, 10, 30, 22, 53) + slot * 30_000).toISOString();
    return build[source](user, at, { xp, key: `${source}:${user}:${slot}` });
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
