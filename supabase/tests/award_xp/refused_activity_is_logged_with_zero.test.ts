import { expect, test } from 'vitest';
import { chat, community } from '../support/index.ts';

test('with why, and without a trace in totals and periods', async () => {
  const club = await community({ cooldownSeconds: 60 });
  await club.award(chat('ana', '10:00:00', { key: 'chat:1' }));
  await club.award(chat('ana', '10:00:10', { key: 'chat:2' }));

  expect(await club.log()).toEqual([
    { user_id: 'ana', key: 'chat:1', xp_awarded: 15, refusal: null },
    { user_id: 'ana', key: 'chat:2', xp_awarded: 0, refusal: 'cooldown' },
  ]);
  expect(await club.member('ana')).toMatchObject({ xp: 15 });
  expect(await club.periods('ana')).toMatchObject({ 'day 2026-11-20': 15 });
});
