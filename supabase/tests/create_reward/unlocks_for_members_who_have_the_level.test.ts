import { expect, test } from 'vitest';
import { chat, community, functions, messagesDuring } from '../support/index.ts';

test('those who have the level or a higher one have it at once, others when they reach it', async () => {
  const club = await community({ levels: [10, 20, 30] });
  await club.award(
    chat('below', '10:00:00', { xp: 19 }),
    chat('exactly', '10:00:00', { xp: 20 }),
    chat('above', '10:00:00', { xp: 500 }),
  );

  const { unlocked } = await functions.createReward({
    communityId: club.id,
    levelRequirement: 2,
    type: 'role',
    name: 'Regular',
  });

  expect(unlocked).toBe(2);
  expect(await club.unlocked('exactly')).toEqual(['Regular']);
  expect(await club.unlocked('above')).toEqual(['Regular']);
  expect(await club.unlocked('below')).toEqual([]);
  await club.award(chat('below', '11:00:00', { xp: 1 }));
  expect(await club.unlocked('below')).toEqual(['Regular']);
});

test('the community hears that something changed, with the new version', async () => {
  const club = await community();

  const messages = await messagesDuring(() => club.reward(1));

  expect(messages).toEqual([{ topic: club.topic, event: 'community.updated', payload: { version: 1 } }]);
  expect(await club.version()).toBe(1);
});

test('a reward of an unknown community is refused', async () => {
  const stray = functions.createReward({
    communityId: 'biz_nowhere',
    levelRequirement: 1,
    type: 'badge',
    name: 'Stray',
  });
  await expect(stray).rejects.toMatchObject({ constraint: 'reward_belongs_to_a_community' });
});
