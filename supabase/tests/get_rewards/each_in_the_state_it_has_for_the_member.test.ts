import { expect, test } from 'vitest';
import { chat, community, functions, run } from '../support/index.ts';

test('in order of level, with every field', async () => {
  const club = await community({ levels: [10, 20] });
  const rewardId = await club.reward(2, 'Call with the team', {
    type: 'custom',
    description: 'Half an hour',
    imageUrl: 'https://example.com/call.png',
    metadata: { minutes: 30 },
  });
  await club.reward(1);
  await club.award(chat('ana', '10:00:00'));

  expect(await club.rewards('ana')).toEqual([
    {
      rewardId: expect.any(String),
      levelRequirement: 1,
      type: 'badge',
      name: 'Level 1',
      description: null,
      imageUrl: null,
      metadata: {},
      state: 'unlocked',
      unlockedAt: '2026-11-20T10:00:00.000Z',
      claimedAt: null,
      position: 0,
    },
    {
      rewardId,
      levelRequirement: 2,
      type: 'custom',
      name: 'Call with the team',
      description: 'Half an hour',
      imageUrl: 'https://example.com/call.png',
      metadata: { minutes: 30 },
      state: 'locked',
      unlockedAt: null,
      claimedAt: null,
      position: 0,
    },
  ]);
});

test('a claimed one says so, with its time', async () => {
  const club = await community({ levels: [10] });
  await club.reward(1);
  await club.award(chat('ana', '10:00:00'));
  await run(
    `update public.user_rewards set state = 'claimed', claimed_at = '2026-11-20T11:00:00Z' where community_id = $1`,
    [club.id],
  );

  expect(await club.rewards('ana')).toMatchObject([
    { state: 'claimed', claimedAt: '2026-11-20T11:00:00.000Z' },
  ]);
});

test('without a member, and for one nobody knows, all are locked', async () => {
  const club = await community({ levels: [10] });
  await club.reward(1);
  await club.award(chat('ana', '10:00:00'));

  expect(await club.rewards(null)).toMatchObject([{ state: 'locked', unlockedAt: null }]);
  expect(await club.rewards('nobody')).toMatchObject([{ state: 'locked', unlockedAt: null }]);
});

test('another community’s rewards are not among them, and an unknown community has no list', async () => {
  const club = await community();
  const guild = await community();
  await guild.reward(1);

  expect(await functions.getRewards(club.id, null)).toEqual({ version: 0, rewards: [] });
  expect(await functions.getRewards('biz_nowhere', null)).toBeNull();
});

test('those of one level stand in their position, then as they were made', async () => {
  const club = await community({ levels: [10, 20] });
  const places = { Last: 2, First: 0, Second: 1, Third: 1 };
  for (const [name, position] of Object.entries(places)) {
    await club.reward(1, name, { position });
    // The embedded clock counts milliseconds: the next one is made in another.
    await new Promise((later) => setTimeout(later, 3));
  }
  await club.reward(0, 'Ground', { position: 9 });

  expect((await club.rewards(null)).map(({ name }) => name)).toEqual([
    'Ground',
    'First',
    'Second',
    'Third',
    'Last',
  ]);
});
