import { expect, test } from 'vitest';
import { community } from '../support/index.ts';

test.each(['public', 'members', 'admin'] as const)(
  'before any event the viewer has a card with 0 XP and no rank, in scope %s',
  async (scope) => {
    const club = await community({ levels: [100, 250] });
    await club.seat({ ben: [50, '10:00:00'] });

    expect(await club.card('ana', { scope, viewer: 'ana' })).toEqual({
      userId: 'ana',
      username: null,
      displayName: null,
      avatarUrl: null,
      xp: 0,
      level: 0,
      levelXp: 0,
      nextLevelXp: 100,
      rank: null,
      total: 1,
      streakDays: 0,
      streak: { freezes: 0, frozenDays: 0, endsAt: null },
      settings: { visibility: 'public', pseudonym: null, announcements: true, timeZone: null },
      lastActiveAt: null,
      nextEligibleAt: { chat: null, reply: null, reaction: null },
      version: 0,
    });
    expect(await club.member('ana')).toBeUndefined();
  },
);

test('nobody else has one before any event, whoever looks', async () => {
  const club = await community();
  for (const scope of ['public', 'members', 'admin'] as const) {
    expect(await club.card('ana', { scope, viewer: 'ben' })).toBeNull();
    expect(await club.card('ana', { scope })).toBeNull();
  }
});

test('an unknown community has no cards at all', async () => {
  const club = await community();
  Object.assign(club, { id: 'biz_nowhere' });
  expect(await club.card('ana', { viewer: 'ana' })).toBeNull();
});
