import { expect, test } from 'vitest';
import { chat, community } from '../support/index.ts';

const eligible = (time: string) => `2026-11-20T${time}Z`;

test.each([
  ['a second before', '10:00:59', 1],
  ['a millisecond before: a whole second is said', '10:00:59.999', 1],
  ['a millisecond after: what is left is rounded up', '10:00:00.001', 60],
  ['at the same moment', '10:00:00', 60],
])('%s', async (_, time, cooldownLeft) => {
  const club = await community({ cooldownSeconds: 60 });
  await club.award(chat('ana', '10:00:00'));
  const [result] = await club.award(chat('ana', time));
  expect(result?.receipt).toMatchObject({ cooldownLeft, eligibleAt: eligible('10:01:00.000') });
});

test('between two awarded ones the later one binds', async () => {
  const club = await community({ cooldownSeconds: 60 });
  await club.award(chat('ana', '10:00:00'), chat('ana', '10:01:00'));
  const [result] = await club.award(chat('ana', '10:00:30'));
  expect(result?.receipt).toMatchObject({ cooldownLeft: 90, eligibleAt: eligible('10:02:00.000') });
});

test('in one call the later one binds as well, and it is kept in the log', async () => {
  const club = await community({ cooldownSeconds: 60 });
  await club.award(chat('ana', '10:01:30'));

  const results = await club.award(chat('ana', '10:00:00'), chat('ana', '10:00:59'));

  expect(results[1]?.receipt).toMatchObject({ cooldownLeft: 91, eligibleAt: eligible('10:02:30.000') });
});

test('who earned says nothing of a cooldown', async () => {
  const club = await community({ cooldownSeconds: 60 });
  const [result] = await club.award(chat('ana', '10:00:00'));
  expect(result?.receipt).not.toHaveProperty('cooldownLeft');
});
