import { expect, test } from 'vitest';
import { chat, community } from '../support/index.ts';

test('once for many awards, not for duplicates and refusals', async () => {
  const club = await community({ cooldownSeconds: 60 });
  const first = chat('ana', '10:00:00');

  await club.award(first, chat('ben', '10:00:00'), chat('ana', '10:05:00'));
  expect(await club.version()).toBe(1);

  await club.award(first);
  await club.award(chat('ana', '10:00:10'));
  expect(await club.version()).toBe(1);

  await club.award(chat('ana', '10:10:00'));
  expect(await club.version()).toBe(2);
});
