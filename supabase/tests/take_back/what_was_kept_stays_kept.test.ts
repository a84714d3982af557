import { expect, test } from 'vitest';
import { chat, community, membership, payment } from '../support/index.ts';
import { refund, reversals, say } from './words.ts';

const paid = payment('ana', '10:00:00', { key: 'payment:1' });
const kept = { outcome: 'kept', change: 0 };
const stale = { outcome: 'stale', change: 0 };
const keep = (details: Parameters<typeof refund>[0] = {}) => refund({ ...details, kept: true });

test('a kept word takes nothing, and the same or an older one does not later either', async () => {
  const club = await community();
  await club.award(paid);
  expect(await say(club, keep())).toEqual([kept]);
  expect(await say(club, keep())).toEqual([stale]);

  expect(await say(club, refund())).toEqual([stale]);
  expect(await say(club, refund({ at: '11:00:00' }))).toEqual([stale]);
  expect(await club.member('ana')).toMatchObject({ xp: 100 });
});

test('a kept word is kept also before its payment comes', async () => {
  const club = await community();
  expect(await say(club, keep())).toEqual([kept]);
  await say(club, refund());
  await club.award(paid);
  expect(await club.member('ana')).toMatchObject({ xp: 100 });
  expect(await reversals(club)).toEqual([]);
});

test('a newer word that is not kept decides anew', async () => {
  const club = await community();
  await club.award(paid);
  await say(club, keep());
  expect(await say(club, refund({ at: '13:00:00' }))).toEqual([{ outcome: 'reversed', change: -100 }]);
});

test('what was taken stays taken by a kept word, and comes back with the word that nothing holds', async () => {
  const club = await community();
  await club.award(paid, chat('ana', '10:00:00'));
  await say(club, refund({ share: 0.5 }));
  expect(await say(club, keep({ at: '13:00:00' }))).toEqual([kept]);
  expect(await club.member('ana')).toMatchObject({ xp: 65 });

  expect(await say(club, refund({ share: 0, at: '14:00:00' }))).toEqual([
    { outcome: 'reversed', change: 50 },
  ]);
  expect(await club.member('ana')).toMatchObject({ xp: 115 });
});

const ended = { key: 'deactivation:1', ofKey: 'membership:1', reason: 'deactivation' as const };

test('an end that was taken, a return, and an end that is kept leave the bonus in any order and batch', async () => {
  const back = refund({ ...ended, share: 0, at: '13:00:00' });
  const again = keep({ ...ended, at: '14:00:00' });
  for (const calls of [[[back], [again]], [[again], [back]], [[back, again]], [[again, back]]]) {
    const club = await community();
    await club.award(membership('ana', '10:00:00', { key: 'membership:1' }));
    await say(club, refund({ ...ended, at: '12:00:00' }));
    for (const words of calls) await say(club, ...words);
    expect(await club.member('ana')).toMatchObject({ xp: 50 });
    expect(await say(club, refund({ ...ended, at: '14:00:00' }))).toEqual([stale]);
  }
});

test('a refund that is taken beside a dispute that is kept says refund in its receipt', async () => {
  const club = await community();
  await say(club, refund(), keep({ key: 'dispute:1', reason: 'dispute', at: '13:00:00' }));
  await club.award(paid);
  expect(await reversals(club)).toMatchObject([
    { xp: -100, receipt: { reason: 'refund' }, at: '2026-11-20T12:00:00.000Z' },
  ]);
});
