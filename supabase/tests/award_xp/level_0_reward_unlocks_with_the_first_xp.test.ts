import { expect, test } from 'vitest';
import { chat, community, messagesDuring } from '../support/index.ts';

test('for who joins after it was created as for who was there, and once', async () => {
  const club = await community({ levels: [100] });
  await club.award(chat('ana', '10:00:00'));
  await club.reward(0, 'Welcome');

  const first = await messagesDuring(() => club.award(chat('ben', '10:00:00')));
  const second = await messagesDuring(() => club.award(chat('ben', '10:05:00'), chat('ana', '10:05:00')));

  expect(await club.unlocked('ana')).toEqual(['Welcome']);
  expect(await club.unlocked('ben')).toEqual(['Welcome']);
  expect(first.map(({ event }) => event)).toEqual(['community.changed', 'reward.unlocked']);
  expect(second.map(({ event }) => event)).toEqual(['community.changed']);
});

test('a reward of level 1 does so too where the curve begins at 0 XP, and not before', async () => {
  const club = await community({ levels: [0, 5] });
  await club.award(chat('ana', '10:00:00', { xp: 0, refusal: 'no-xp-member' }));
  await club.reward(1, 'Welcome');
  await club.award(chat('ben', '10:00:00', { xp: 1 }));

  expect(await club.unlocked('ana')).toEqual([]);
  expect(await club.unlocked('ben')).toEqual(['Welcome']);
});
