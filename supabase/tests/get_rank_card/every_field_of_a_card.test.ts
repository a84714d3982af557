import { expect, test } from 'vitest';
import { chat, community, reply } from '../support/index.ts';

test('as the HTTP contract names them', async () => {
  const club = await community({ levels: [30, 100], cooldownSeconds: 60 });
  await club.seat({ ben: [500, '09:00:00'] });
  await club.award(
    chat('ana', '11:59:30', { username: 'ana', displayName: 'Ana' }),
    reply('ana', '11:00:00', { username: 'ana', displayName: 'Ana' }),
  );

  expect(await club.card('ana', { at: '12:00:00' })).toEqual({
    userId: 'ana',
    username: 'ana',
    displayName: 'Ana',
    avatarUrl: null,
    xp: 35,
    level: 1,
    levelXp: 30,
    nextLevelXp: 100,
    rank: 2,
    total: 2,
    streakDays: 1,
    streak: { freezes: 0, frozenDays: 0, endsAt: '2026-11-22T00:00:00.000Z' },
    lastActiveAt: '2026-11-20T11:59:30.000Z',
    nextEligibleAt: { chat: '2026-11-20T12:00:30.000Z', reply: null, reaction: null },
    version: 1,
  });
});
