import fc from 'fast-check';
import { expect, test } from 'vitest';
import { community } from '../support/index.ts';
import type { Activity } from '../support/index.ts';
import { activities, deliveries } from './random-activities.ts';

const scenario = activities.chain((all) => fc.record({ all: fc.constant(all), calls: deliveries(all) }));

test('totals, levels, times, periods and rewards are those of one call in order', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ all, calls }) => {
      const inOrder = all.toSorted((a, b) => (a.at < b.at ? -1 : 1));
      expect(await booksAfter(calls)).toEqual(await booksAfter([inOrder]));
    }),
    { numRuns: 30 },
  );
});

async function booksAfter(calls: Activity[][]) {
  const club = await community({ cooldownSeconds: 0, levels: [10, 30, 60, 100] });
  for (const level of [1, 2, 4]) await club.reward(level);
  for (const call of calls) await club.award(...call);
  const books = [];
  for (const id of ['ana', 'ben', 'cem']) {
    books.push([await club.member(id), await club.periods(id), await club.unlocked(id)]);
  }
  return books;
}
