import { expect, test } from 'vitest';
import { chat, community, rows } from '../support/index.ts';

test('when its level is reached, at the time of the activity that reached it, and never again', async () => {
  const club = await community({ levels: [15, 40] });
  await club.reward(1);
  await club.reward(2);

  await club.award(chat('ana', '10:00:00'));
  await club.award(chat('ana', '10:05:00'));

  expect(await club.rewards('ana')).toMatchObject([
    { name: 'Level 1', state: 'unlocked', unlockedAt: '2026-11-20T10:00:00.000Z', claimedAt: null },
    { name: 'Level 2', state: 'locked', unlockedAt: null, claimedAt: null },
  ]);
  expect(await rows('select from public.user_rewards where community_id = $1', [club.id])).toHaveLength(1);
});

test('a member who has it already, at a level they rise to again, keeps it as it is', async () => {
  const club = await community({ levels: [15, 30] });
  await club.seat({ ana: [15, '09:00:00'] });
  await club.reward(1);

  await club.award(chat('ana', '10:00:00'));

  expect(await rows('select from public.user_rewards where community_id = $1', [club.id])).toHaveLength(1);
});
