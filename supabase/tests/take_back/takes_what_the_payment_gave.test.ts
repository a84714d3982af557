import { expect, test } from 'vitest';
import { check } from '../integrity/check.ts';
import { chat, community, membership, messagesDuring, payment, rows } from '../support/index.ts';
import { refund, reversals, say } from './words.ts';

test('from the total, the level and the periods of the payment, with a receipt', async () => {
  const club = await community({ levels: [100, 250] });
  await club.award(payment('ana', '2026-11-12T10:00:00Z', { key: 'payment:1' }), chat('ana', '10:00:00'));

  expect(await say(club, refund())).toEqual([{ outcome: 'reversed', change: -100 }]);

  expect(await club.member('ana')).toMatchObject({ xp: 15, level: 0 });
  expect(await club.periods('ana')).toMatchObject({ 'day 2026-11-12': 0, 'day 2026-11-20': 15 });
  expect(await reversals(club)).toEqual([
    {
      key: 'reversal:payment:1:1',
      xp: -100,
      receipt: { reason: 'refund', by: null, of: 'payment', share: 1 },
      at: '2026-11-20T12:00:00.000Z',
      period_at: '2026-11-12T10:00:00.000Z',
    },
  ]);
});

test('everybody who watches hears of it', async () => {
  const club = await community({ levels: [100] });
  await club.award(payment('ana', '10:00:00', { key: 'payment:1' }));

  const messages = await messagesDuring(() => say(club, refund()));

  expect(messages).toEqual([
    {
      topic: club.topic,
      event: 'community.changed',
      payload: { version: 2, changed: [{ userId: 'ana', xp: 0, level: 0 }] },
    },
  ]);
});

test('a membership that ended gives back its join bonus, and gets it again with a newer word', async () => {
  const club = await community();
  await club.award(membership('ana', '10:00:00', { key: 'membership:1' }));
  const ended = refund({ key: 'deactivation:1', ofKey: 'membership:1', reason: 'deactivation' });

  expect(await say(club, ended)).toEqual([{ outcome: 'reversed', change: -50 }]);
  const back = { ...ended, share: 0, at: '2026-11-20T13:00:00Z' };
  expect(await say(club, back)).toEqual([{ outcome: 'reversed', change: 50 }]);
  expect(await club.member('ana')).toMatchObject({ xp: 50 });
});

test('a level that is kept stays', async () => {
  const club = await community({ levels: [100], demotion: 'keep' });
  await club.award(payment('ana', '10:00:00', { key: 'payment:1' }));
  await say(club, refund());
  expect(await club.member('ana')).toMatchObject({ xp: 0, level: 1 });
});

test('nothing is taken of what earned nothing, and nothing of somebody who was erased', async () => {
  const club = await community();
  await club.award(payment('ana', '10:00:00', { key: 'payment:1', refusal: 'source-off' }));
  await club.award(payment('ben', '10:00:00', { key: 'payment:2' }));
  await club.erase('ben');

  const words = [refund(), refund({ key: 'refund:2', ofKey: 'payment:2' })];

  const nothing = { outcome: 'nothing-to-take', change: 0 };
  expect(await say(club, ...words)).toEqual([nothing, nothing]);
  expect(await reversals(club)).toEqual([]);
});

test('no words, no answers', async () => {
  expect(await say(await community())).toEqual([]);
});

test('what is given back and what is taken in one call are booked one after another, as the peak remembers', async () => {
  const club = await community();
  const second = { key: 'refund:2', ofKey: 'payment:2' };
  await club.award(
    payment('ana', '10:00:00', { key: 'payment:1' }),
    payment('ana', '10:00:00', { key: 'payment:2' }),
  );
  await say(club, refund());
  await club.award(chat('ana', '12:30:00', { xp: 50 }));

  await say(club, refund({ share: 0, at: '13:00:00' }), refund(second));

  expect(await rows('select xp, peak_xp from public.users where community_id = $1', [club.id])).toEqual([
    { xp: 150, peak_xp: 250 },
  ]);
  expect(await check(club.id)).toMatchObject({ counts: {}, mismatches: [] });
});
