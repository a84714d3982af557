import { expect, test } from 'vitest';
import { chat, community, run } from '../support/index.ts';

const first = chat('ana', '10:00:00', { displayName: 'Ana' });

async function clubThatErasedAna() {
  const club = await community();
  await club.award(first, chat('ben', '10:00:00'));
  await run(`delete from public.users where community_id = $1 and id = 'ana'`, [club.id]);
  await run(`delete from public.activity_log where community_id = $1 and user_id = 'ana'`, [club.id]);
  await run(`delete from public.period_totals where community_id = $1 and user_id = 'ana'`, [club.id]);
  return club;
}

test('no row, no name, and the answer is a duplicate like any other', async () => {
  const club = await clubThatErasedAna();

  const results = await club.award(first, chat('ben', '11:00:00'));

  expect(results).toMatchObject([
    { outcome: 'duplicate', xpAwarded: 0, xp: 0, level: 0, previousLevel: 0 },
    { outcome: 'awarded', xpAwarded: 15, xp: 30 },
  ]);
  expect(await club.member('ana')).toBeUndefined();
});

test('who is active again begins again', async () => {
  const club = await clubThatErasedAna();

  await club.award(first, chat('ana', '12:00:00'));

  expect(await club.member('ana')).toMatchObject({ xp: 15 });
});
