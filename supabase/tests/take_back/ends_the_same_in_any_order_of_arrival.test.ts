import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chat, community, messagesDuring, payment } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';
import { refund, reversals, say } from './words.ts';

const paid = payment('ana', '10:00:00', { key: 'payment:1' });

test('a refund that is known before its payment takes at once what the payment gives', async () => {
  const club = await community({ levels: [100] });
  const word = refund({ share: 0.6 });
  expect(await say(club, word)).toEqual([{ outcome: 'unknown-yet', change: 0 }]);

  const [result] = await club.award(paid);

  expect(result).toEqual({
    outcome: 'awarded',
    xpAwarded: 100,
    receipt: paid.receipt,
    xp: 40,
    level: 0,
    previousLevel: 0,
  });
  expect(await reversals(club)).toMatchObject([{ xp: -60, at: '2026-11-20T12:00:00.000Z' }]);
  expect(await club.periods('ana')).toMatchObject({ 'day 2026-11-20': 40 });
});

test('viewers hear once of both, and no reward unlocks that the rest does not reach', async () => {
  const club = await community({ levels: [100] });
  await club.reward(1);
  await say(club, refund({ share: 0.6 }));

  const messages = await messagesDuring(() => club.award(paid, chat('ben', '10:00:00')));

  expect(messages.map(({ event }) => event)).toEqual(['community.changed']);
  expect(messages[0]?.payload['changed']).toEqual([
    { userId: 'ana', xp: 40, level: 0 },
    { userId: 'ben', xp: 15, level: 0 },
  ]);
  expect(await club.unlocked('ana')).toEqual([]);
});

test('an older word changes nothing, in a later call and in the same', async () => {
  const club = await community();
  await club.award(paid);
  const [older, newer] = [refund({ share: 1, at: '11:00:00' }), refund({ share: 0.5, at: '12:00:00' })];

  expect(await say(club, newer, older)).toEqual([
    { outcome: 'reversed', change: -50 },
    { outcome: 'stale', change: 0 },
  ]);
  expect(await say(club, older)).toEqual([{ outcome: 'stale', change: 0 }]);
  expect(await club.member('ana')).toMatchObject({ xp: 50 });
});

test('a word that comes again takes nothing more, whatever was earned since', async () => {
  const club = await community();
  await club.award(paid);
  await club.drain('ana');
  expect(await say(club, refund())).toEqual([{ outcome: 'nothing-to-take', change: 0 }]);
  await club.award(chat('ana', '13:00:00'));

  expect(await say(club, refund())).toEqual([{ outcome: 'stale', change: 0 }]);
  expect(await club.member('ana')).toMatchObject({ xp: 15 });
});

const word = fc.record({
  key: fc.constantFrom('refund:1', 'refund:2', 'dispute:1'),
  minute: fc.integer({ min: 0, max: 5 }),
  share: fc.constantFrom(0, 0.25, 1 / 3, 0.5, 1),
});
const arrival = fc.array(word, { maxLength: 8 }).chain((words) =>
  fc.record({
    words: fc.constant(words),
    shuffled: fc.shuffledSubarray(words, { minLength: words.length, maxLength: words.length }),
    paidAfter: fc.integer({ min: 0, max: words.length }),
  }),
);

test('any words in any order, with the payment anywhere between them', async () => {
  await fc.assert(
    fc.asyncProperty(arrival, async ({ words, shuffled, paidAfter }) => {
      const [inOrder, disordered] = [await community(), await community()];
      const asWord = ({ key, minute, share }: (typeof words)[number]) =>
        refund({ key, share, at: `11:0${minute}:00`, reason: key.startsWith('d') ? 'dispute' : 'refund' });
      const inTime = words.toSorted((a, b) => a.minute - b.minute || a.share - b.share);

      await inOrder.award(paid);
      for (const each of inTime) await say(inOrder, asWord(each));
      for (const each of shuffled.slice(0, paidAfter)) await say(disordered, asWord(each));
      await disordered.award(paid);
      for (const each of shuffled.slice(paidAfter)) await say(disordered, asWord(each));

      expect(await standing(disordered)).toEqual(await standing(inOrder));
    }),
    { numRuns: 30 },
  );
});

async function standing(club: TestCommunity) {
  return [(await club.member('ana'))?.xp, (await club.member('ana'))?.level, await club.periods('ana')];
}
