import { expect, test } from 'vitest';
import { chat, community } from '../support/index.ts';

test('a refused or late activity does not move it', async () => {
  const club = await community({ cooldownSeconds: 60 });
  const reachedAt = async () => (await club.member('ana'))?.reached_at;

  await club.award(chat('ana', '10:00:00'), chat('ana', '10:00:30'));
  expect(await reachedAt()).toBe('2026-11-20T10:00:00.000Z');

  await club.award(chat('ana', '09:00:00'));
  expect(await reachedAt()).toBe('2026-11-20T10:00:00.000Z');

  await club.award(chat('ana', '10:02:00'));
  expect(await reachedAt()).toBe('2026-11-20T10:02:00.000Z');
});
