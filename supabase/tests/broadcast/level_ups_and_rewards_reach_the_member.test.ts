import { expect, test } from 'vitest';
import { chat, community, messagesDuring } from '../support/index.ts';

test('after the community’s message: the jump as one level-up, and each new reward as rewards are read', async () => {
  const club = await community({ levels: [10, 15, 100] });
  await club.reward(1);
  await club.reward(2);
  await club.reward(3);

  const messages = await messagesDuring(() => club.award(chat('ana', '10:00:00')));

  const [first, second] = await club.rewards('ana');
  const own = messages.filter(({ topic }) => topic === club.topicOf('ana'));
  expect(messages[0]).toMatchObject({ topic: club.topic, event: 'community.changed' });
  expect(own).toHaveLength(3);
  expect(own).toContainEqual({
    topic: club.topicOf('ana'),
    event: 'member.leveled_up',
    payload: { userId: 'ana', xp: 15, level: 2, previousLevel: 0, version: 4 },
  });
  for (const reward of [first, second]) {
    expect(own).toContainEqual({
      topic: club.topicOf('ana'),
      event: 'reward.unlocked',
      payload: { userId: 'ana', reward, version: 4 },
    });
  }
});

test('no level-up is told without one', async () => {
  const club = await community({ levels: [10, 100] });
  await club.award(chat('ana', '10:00:00'));

  const messages = await messagesDuring(() => club.award(chat('ana', '10:05:00')));

  expect(messages.map(({ event }) => event)).toEqual(['community.changed']);
});
