import { expect, test } from 'vitest';
import { chat, community } from '../support/index.ts';

test('after, before, and in one call', async () => {
  const club = await community({ cooldownSeconds: 60 });
  await club.award(chat('ana', '10:01:00'));

  const results = [
    ...(await club.award(chat('ana', '10:02:00'))),
    ...(await club.award(chat('ana', '10:00:00'))),
    ...(await club.award(chat('ben', '10:00:00'), chat('ben', '10:01:00'))),
  ];

  expect(results.map(({ outcome }) => outcome)).toEqual(['awarded', 'awarded', 'awarded', 'awarded']);
});

test('without a cooldown two activities of one instant both earn', async () => {
  const club = await community({ cooldownSeconds: 0 });

  await club.award(chat('ana', '10:00:00'), chat('ana', '10:00:00'));
  await club.award(chat('ana', '10:00:00'));

  expect(await club.member('ana')).toMatchObject({ xp: 45 });
});
