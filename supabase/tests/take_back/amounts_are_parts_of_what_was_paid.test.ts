import { expect, test } from 'vitest';
import { chat, community, payment } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';
import { refund, reversals, say } from './words.ts';

/** 100 XP for 49 dollars. */
const paid = (facts: object = { amount: 49, currency: 'usd' }, xp = 100) =>
  payment('ana', '10:00:00', { key: 'payment:1', xp, facts });

const part = (n: number, amount: number, currency: string | null = 'usd') =>
  refund({ key: `refund:${n}`, amount, currency, at: `12:00:0${n}` });

async function taken(club: TestCommunity): Promise<number> {
  const entries = await reversals(club);
  return entries.reduce((sum, { xp }) => sum - Number(xp), 0);
}

test('an amount takes its part, whether the payment is known before or after it', async () => {
  const [before, after] = [await community(), await community()];
  await before.award(paid());
  expect(await say(before, part(1, 24.5))).toEqual([{ outcome: 'reversed', change: -50 }]);

  expect(await say(after, part(1, 24.5))).toEqual([{ outcome: 'unknown-yet', change: 0 }]);
  await after.award(paid());

  for (const club of [before, after]) {
    expect(await club.member('ana')).toMatchObject({ xp: 50 });
    expect(await reversals(club)).toMatchObject([{ xp: -50, receipt: { share: 0.5 } }]);
  }
});

test('several amounts add up, with shares as well, to the whole at most', async () => {
  const club = await community();
  await club.award(paid(), chat('ana', '10:00:00', { xp: 1000 }));
  const changes = [];
  for (const word of [part(1, 9.8), part(2, 9.8), refund({ key: 'refund:3', share: 0.5 }), part(4, 9.8)]) {
    changes.push(...(await say(club, word)).map(({ change }) => change));
  }
  expect(changes).toEqual([-20, -20, -50, -10]);
});

test('amounts that make one half are one half, however each of them divides', async () => {
  const club = await community();
  await say(club, part(1, 2), part(2, 2), part(3, 3));
  await club.award(paid({ amount: 14, currency: 'usd' }, 1));
  expect(await taken(club)).toBe(1);
});

test.each<[string, object, number, string | null, number]>([
  ['in another currency takes the whole', { amount: 49, currency: 'eur' }, 24.5, 'usd', 100],
  ['of a payment without an amount takes the whole', { currency: 'usd' }, 24.5, 'usd', 100],
  ['of a payment of nothing takes the whole', { amount: 0, currency: 'usd' }, 24.5, 'usd', 100],
  ['without a currency is of that of the payment', { amount: 49, currency: 'eur' }, 24.5, null, 50],
  ['of a payment without a currency is of the same', { amount: 49 }, 24.5, 'usd', 50],
  ['above what was paid takes the whole', { amount: 49, currency: 'usd' }, 98, 'usd', 100],
  ['of nothing takes nothing', { amount: 49, currency: 'usd' }, 0, 'usd', 0],
])('an amount %s', async (_, facts, amount, currency, expected) => {
  const club = await community();
  await club.award(paid(facts));
  await say(club, part(1, amount, currency));
  expect(await taken(club)).toBe(expected);
});

test('the newest amount of a refund replaces the one before, and none is left once it fails', async () => {
  const club = await community();
  await club.award(paid());
  const at = (minute: number) => ({ at: `13:0${minute}:00` });
  const word = part(1, 24.5);
  await say(club, word);
  expect(await say(club, refund({ ...word, amount: 9.8, ...at(1) }))).toMatchObject([{ change: 30 }]);
  expect(await say(club, refund({ share: 0, ...at(2) }))).toMatchObject([{ change: 20 }]);
  expect(await say(club, refund({ ...word, ...at(1) }))).toMatchObject([{ outcome: 'stale' }]);
});

test('of two amounts of one moment the greater counts, in either order and in one call', async () => {
  for (const [first, second] of [
    [9.8, 24.5],
    [24.5, 9.8],
  ] as const) {
    const [each, once] = [await community(), await community()];
    await each.award(paid());
    await once.award(paid());
    for (const amount of [first, second]) await say(each, part(1, amount));
    await say(once, part(1, first), part(1, second));
    expect([await taken(each), await taken(once)]).toEqual([50, 50]);
  }
});
