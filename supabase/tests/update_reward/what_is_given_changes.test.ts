import { expect, test } from 'vitest';
import { chat, community, functions, messagesDuring } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

const AT = '2026-11-20T12:00:00Z';
type Change = Parameters<typeof functions.updateReward>[1];

const update = (club: TestCommunity, rewardId: string, change: Change) =>
  functions.updateReward({ communityId: club.id, rewardId }, change, AT);

test('what is left out stays, and null takes away', async () => {
  const club = await community({ levels: [10] });
  const details = { description: 'Half an hour', imageUrl: 'https://example.com/a.png', position: 3 };
  const rewardId = await club.reward(1, 'Call', { type: 'custom', metadata: { code: 'A' }, ...details });

  expect(await update(club, rewardId, { name: 'Long call', description: null })).toMatchObject({
    outcome: 'saved',
    unlocked: 0,
    reward: { rewardId, name: 'Long call', ...details, description: null, metadata: { code: 'A' } },
  });
  expect(await club.rewards(null)).toMatchObject([{ name: 'Long call', position: 3, description: null }]);
});

test('metadata are replaced whole, with the code that is told after the claim', async () => {
  const club = await community({ levels: [10] });
  const rewardId = await club.reward(1, 'Call', {
    type: 'custom',
    metadata: { code: 'A', url: 'https://a' },
  });

  await update(club, rewardId, { metadata: { code: 'B', instructions: 'Ask' } });
  expect(await functions.getRewards(club.id, null, true)).toMatchObject({
    rewards: [{ metadata: { code: 'B', instructions: 'Ask' } }],
  });
  expect((await club.rewards(null))[0]?.metadata).toEqual({ instructions: 'Ask' });
  await update(club, rewardId, { metadata: {} });
  expect((await functions.getRewards(club.id, null, true))?.rewards[0]?.metadata).toEqual({});
});

test('a lower level unlocks it for those who have that one; a higher one takes it from nobody', async () => {
  const club = await community({ levels: [10, 20, 30] });
  const rewardId = await club.reward(3);
  await club.award(chat('ana', '10:00:00', { xp: 20 }), chat('ben', '10:00:00', { xp: 10 }));

  expect(await update(club, rewardId, { levelRequirement: 2 })).toMatchObject({ unlocked: 1 });
  expect(await club.rewards('ana')).toMatchObject([
    { state: 'unlocked', unlockedAt: '2026-11-20T12:00:00.000Z' },
  ]);
  expect(await club.unlocked('ben')).toEqual([]);

  expect(await update(club, rewardId, { levelRequirement: 3 })).toMatchObject({ unlocked: 0 });
  expect(await club.unlocked('ana')).toEqual(['Level 3']);
  await club.award(chat('ben', '11:00:00', { xp: 15 }));
  expect(await club.unlocked('ben')).toEqual([]);
});

test('a level above the top is refused whole; one that is above it already may keep its level', async () => {
  const club = await community({ levels: [10, 20] });
  const rewardId = await club.reward(2);

  const refused = await update(club, rewardId, { levelRequirement: 3, name: 'Sky' });
  expect(refused).toEqual({ outcome: 'above-top-level', topLevel: 2 });
  expect(await club.rewards(null)).toMatchObject([{ name: 'Level 2', levelRequirement: 2 }]);
});

test('everybody hears that something changed, and nobody that nothing did', async () => {
  const [club, guild] = [await community(), await community()];
  const rewardId = await club.reward(1);

  expect(await messagesDuring(() => update(club, rewardId, { name: 'New' }))).toEqual([
    { topic: club.topic, event: 'community.updated', payload: { version: 2 } },
  ]);
  const vain = await messagesDuring(async () => {
    expect(await update(guild, rewardId, { name: 'Mine' })).toBeNull();
    expect(await update(club, 'no uuid', { name: 'Mine' })).toBeNull();
  });
  expect(vain).toEqual([]);
});
