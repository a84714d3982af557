import { expect, test } from 'vitest';
import { chat, community, functions, instant } from '../support/index.ts';

test('to the latest of the touches, never back, and says how many moved', async () => {
  const club = await community();
  await club.award(chat('ana', '10:00:00'), chat('ben', '10:00:00'));
  const touch = (userId: string, time: string) => ({ communityId: club.id, userId, at: instant(time) });

  const moved = await functions.touchMembers([
    touch('ana', '10:00:40'),
    touch('ana', '10:00:50'),
    touch('ana', '10:00:20'),
    touch('ben', '09:00:00'),
  ]);

  expect(moved).toBe(1);
  expect(await club.member('ana')).toMatchObject({ xp: 15, last_active: '2026-11-20T10:00:50.000Z' });
  expect(await club.member('ben')).toMatchObject({ xp: 15, last_active: '2026-11-20T10:00:00.000Z' });
});

test('nobody is created, the version stays, and no touches are none', async () => {
  const club = await community();

  expect(
    await functions.touchMembers([{ communityId: club.id, userId: 'new', at: instant('10:00:00') }]),
  ).toBe(0);
  expect(await functions.touchMembers([])).toBe(0);

  expect(await club.member('new')).toBeUndefined();
  expect(await club.version()).toBe(0);
});
