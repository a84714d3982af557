import { expect, test } from 'vitest';
import { chat, community, gains, reaction, received } from '../support/index.ts';

const fair = (withinDays = 7) =>
  community({ cooldownSeconds: 0, rules: { repeatReactions: { withinDays } } });
const to = (counterpartId: string | null, xp: number) => ({ counterpartId, xp });
const DAY = 86_400_000;
const at = (ms: number) => new Date(Date.parse('2026-11-20T10:00:00Z') + ms).toISOString();

test.each([
  [5, [5, 3, 2, 1, 1, 1, 1, 1, 1, 1, 'repeat']],
  [1, [1, 1, 'repeat', 'repeat']],
  [10, [10, 5, 3, 3, 2, 2, 1]],
])('a reaction worth %i, again and again: halves are rounded up', async (xp, expected) => {
  const club = await fair();
  // What is refused is no earlier reaction, so the nth awarded one decides.
  const reactions = expected.map((_, n) => reaction('ana', at(n), to('ben', xp)));
  expect(gains(await club.awardEach(...reactions))).toEqual(expected);

  const other = await fair();
  expect(gains(await other.award(...reactions))).toEqual(expected);
});

test('the receipt tells the how-manieth it was', async () => {
  const club = await fair();
  const results = await club.award(...[0, 1, 2].map((n) => reaction('ana', at(n), to('ben', 1))));
  expect(results.map(({ outcome, receipt }) => [outcome, receipt?.repeat])).toEqual([
    ['awarded', undefined],
    ['awarded', 2],
    ['repeat', 3],
  ]);
});

test.each([
  ['exactly the days after is the first again', 7 * DAY, 10],
  ['a moment less is the second', 7 * DAY - 1, 5],
  ['exactly the days before is the first as well', -7 * DAY, 10],
  ['a moment less before is the second: the other was booked first', -7 * DAY + 1, 5],
])('%s', async (_, apart, earned) => {
  const club = await fair();
  const results = await club.awardEach(
    reaction('ana', at(0), to('ben', 10)),
    reaction('ana', at(apart), to('ben', 10)),
  );
  expect(gains(results)).toEqual([10, earned]);
});

test('days are 24 hours, also when the clocks change', async () => {
  const club = await fair(1);
  const results = await club.awardEach(
    reaction('ana', '2026-10-25T00:30:00Z', to('ben', 10)),
    reaction('ana', '2026-10-26T00:30:00Z', to('ben', 10)),
  );
  expect(gains(results)).toEqual([10, 10]);
});

test('another receiver, another giver, the other direction and other sources count for themselves', async () => {
  const club = await fair();
  const results = await club.award(
    reaction('ana', at(0), to('ben', 10)),
    reaction('ana', at(1), to('cem', 10)),
    reaction('cem', at(2), to('ben', 10)),
    received('ana', 'ben', at(3), { xp: 10 }),
    reaction('ana', at(4), to(null, 10)),
    reaction('ana', at(5), to(null, 10)),
    chat('ana', at(6), to('ben', 10)),
    chat('ana', at(7), to('ben', 10)),
  );
  expect(gains(results)).toEqual(Array(8).fill(10));
});

test('both sides of a repeated reaction are worth less', async () => {
  const club = await fair();
  const pair = (n: number) => [
    reaction('ana', at(n), to('ben', 10)),
    received('ben', 'ana', at(n), { xp: 6 }),
  ];
  expect(gains(await club.award(...pair(0), ...pair(1)))).toEqual([10, 6, 5, 3]);
});

test('a community that says nothing about it pays in full', async () => {
  const club = await community({ cooldownSeconds: 0 });
  const results = await club.award(...[0, 1].map((n) => reaction('ana', at(n), to('ben', 5))));
  expect(gains(results)).toEqual([5, 5]);
});
