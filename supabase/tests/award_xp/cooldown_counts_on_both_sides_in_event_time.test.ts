import { expect, test } from 'vitest';
import { chat, community } from '../support/index.ts';

test('an activity that arrives late is refused by an awarded one that happened after it', async () => {
  const club = await community({ cooldownSeconds: 60 });
  await club.award(chat('ana', '10:01:00'));

  const [late] = await club.award(chat('ana', '10:00:30'));

  expect(late).toMatchObject({ outcome: 'cooldown' });
});

test('a backlog of an hour, newest first and in one second, earns what it would have earned in time', async () => {
  const club = await community({ cooldownSeconds: 60 });

  for (const minute of [59, 40, 20, 1, 0]) {
    await club.award(chat('ana', `10:${String(minute).padStart(2, '0')}:00`));
  }

  expect(await club.member('ana')).toMatchObject({ xp: 5 * 15, last_active: '2026-11-20T10:59:00.000Z' });
});

test('between two awarded ones there is room only at a full cooldown from both', async () => {
  const club = await community({ cooldownSeconds: 60 });
  await club.award(chat('ana', '10:00:00'), chat('ana', '10:02:00'));

  const results = await club.award(chat('ana', '10:00:59'), chat('ana', '10:01:00'), chat('ana', '10:01:01'));

  expect(results.map(({ outcome }) => outcome)).toEqual(['cooldown', 'awarded', 'cooldown']);
});
