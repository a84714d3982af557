import { expect, test } from 'vitest';
import { chat, community, payment } from '../support/index.ts';
import { refund, reversals, say } from './words.ts';

test('of a member who has less only that is taken', async () => {
  const club = await community();
  await club.award(payment('ana', '10:00:00', { key: 'payment:1' }));
  await club.drain('ana');
  await club.award(chat('ana', '11:00:00'));

  expect(await say(club, refund())).toEqual([{ outcome: 'reversed', change: -15 }]);
  expect(await club.member('ana')).toMatchObject({ xp: 0 });
});

test('several payments that are refunded at once share what there is', async () => {
  const club = await community();
  await club.award(
    payment('ana', '10:00:00', { key: 'payment:1' }),
    payment('ana', '10:00:00', { key: 'payment:2' }),
    payment('ben', '10:00:00', { key: 'payment:3' }),
  );
  await club.drain('ana');
  await club.award(chat('ana', '11:00:00', { xp: 120 }));
  const words = [1, 2, 3].map((n) => refund({ key: `refund:${n}`, ofKey: `payment:${n}` }));

  expect((await say(club, ...words)).map(({ change }) => change)).toEqual([-100, -20, -100]);
  expect(await club.member('ana')).toMatchObject({ xp: 0 });
  expect(await reversals(club)).toHaveLength(3);
});

test('what could not be taken is not given back either', async () => {
  const club = await community();
  await club.award(payment('ana', '10:00:00', { key: 'payment:1' }));
  await club.drain('ana');
  await club.award(chat('ana', '11:00:00'));
  await say(club, refund());

  expect(await say(club, refund({ share: 0, at: '13:00:00' }))).toEqual([
    { outcome: 'reversed', change: 15 },
  ]);
  expect(await club.member('ana')).toMatchObject({ xp: 15 });
});

test('what could not be taken is not collected by the next refund, or by news of the same', async () => {
  const club = await community();
  await club.award(payment('ana', '10:00:00', { key: 'payment:1' }));
  await club.drain('ana');
  await club.award(chat('ana', '11:00:00'));
  expect(await say(club, refund({ share: 0.5 }))).toMatchObject([{ change: -15 }]);
  await club.award(chat('ana', '12:30:00', { xp: 200 }));

  expect(await say(club, refund({ share: 0.5, at: '13:00:00' }))).toMatchObject([{ change: 0 }]);
  expect(await say(club, refund({ key: 'refund:2', share: 0.2 }))).toMatchObject([{ change: -20 }]);
  expect(await say(club, refund({ share: 0.1, at: '14:00:00' }))).toMatchObject([{ change: 5 }]);
  expect(await say(club, refund({ share: 0.3, at: '15:00:00' }))).toMatchObject([{ change: -20 }]);
  expect(await say(club, refund({ share: 0, at: '16:00:00' }))).toMatchObject([{ change: 30 }]);
  expect(await say(club, refund({ key: 'refund:2', share: 0, at: '16:00:00' }))).toMatchObject([
    { change: 20 },
  ]);
  expect(await club.member('ana')).toMatchObject({ xp: 215 });
});
