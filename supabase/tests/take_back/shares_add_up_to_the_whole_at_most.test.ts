import { expect, test } from 'vitest';
import { chat, community, payment } from '../support/index.ts';
import { refund, reversals, say } from './words.ts';

/** A club whose ana has 1000 XP beside those of her payment. */
async function paid(xp: number) {
  const club = await community();
  await club.award(
    payment('ana', '10:00:00', { key: 'payment:1', xp }),
    chat('ana', '10:00:00', { xp: 1000 }),
  );
  return club;
}

const part = (n: number, share: number) => refund({ key: `refund:${n}`, share, at: `12:00:0${n}` });

test('three thirds of 100 take 33, 34 and 33: what is rounded is the sum', async () => {
  const club = await paid(100);
  const changes = [];
  for (const n of [1, 2, 3]) changes.push(...(await say(club, part(n, n < 3 ? 0.3333 : 0.3334))));
  expect(changes.map(({ change }) => change)).toEqual([-33, -34, -33]);
  expect(await club.member('ana')).toMatchObject({ xp: 1000 });
  expect((await reversals(club)).map(({ key }) => key)).toEqual(
    [1, 2, 3].map((n) => `reversal:payment:1:${n}`),
  );
});

test.each([
  [0.005, 1],
  [0.0049, 0],
  [0.015, 2],
])('a share of %d of 100 is %d: halves are rounded up', async (share, taken) => {
  const club = await paid(100);
  await say(club, part(1, share));
  expect(await club.member('ana')).toMatchObject({ xp: 1100 - taken });
});

test('a dispute over what was partly refunded takes no more than the rest', async () => {
  const club = await paid(100);
  await say(club, part(1, 0.7));
  const dispute = refund({ key: 'dispute:1', reason: 'dispute', at: '13:00:00' });
  expect(await say(club, dispute)).toEqual([{ outcome: 'reversed', change: -30 }]);

  const won = { ...dispute, share: 0, at: '2026-11-21T10:00:00Z' };
  expect(await say(club, won)).toEqual([{ outcome: 'reversed', change: 30 }]);
  expect((await reversals(club)).at(-1)).toMatchObject({
    xp: 30,
    receipt: { reason: 'dispute', of: 'payment', share: 0.7 },
    at: '2026-11-21T10:00:00.000Z',
  });
});

test('two words about one payment in one call are booked as one entry', async () => {
  const club = await paid(100);
  const both = { outcome: 'reversed', change: -50 };
  expect(await say(club, part(1, 0.3), part(2, 0.2))).toEqual([both, both]);
  expect(await reversals(club)).toHaveLength(1);
});
