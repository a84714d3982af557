import { expect, test } from 'vitest';
import { chat, community } from '../support/index.ts';

test('a refused activity moves it, a late one does not move it back', async () => {
  const club = await community({ cooldownSeconds: 60 });
  const lastActive = async () => (await club.member('ana'))?.last_active;

  await club.award(chat('ana', '10:00:00'));
  await club.award(chat('ana', '10:00:30'));
  expect(await lastActive()).toBe('2026-11-20T10:00:30.000Z');

  await club.award(chat('ana', '09:00:00'));
  expect(await lastActive()).toBe('2026-11-20T10:00:30.000Z');
});
