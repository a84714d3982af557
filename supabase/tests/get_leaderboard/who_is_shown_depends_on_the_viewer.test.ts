import { expect, test } from 'vitest';
import { community, functions, instant } from '../support/index.ts';

async function mixedClub() {
  const club = await community();
  await club.seat({
    ana: [400, '10:00:00'],
    ben: [300, '10:00:00'],
    cem: [200, '10:00:00'],
    dan: [100, '10:00:00'],
    eva: [500, '10:00:00'],
    new: [0, '10:00:00'],
  });
  await club.set('ana', { visibility: 'hidden' });
  await club.set('ben', { visibility: 'members' });
  await club.set('eva', { excluded: true });
  return club;
}

test.each([
  { scope: 'public', shown: ['cem', 'dan'] },
  { scope: 'members', shown: ['ben', 'cem', 'dan'] },
  { scope: 'admin', shown: ['ana', 'ben', 'cem', 'dan'] },
] as const)('$scope: ranks are counted among whom this viewer sees', async ({ scope, shown }) => {
  const club = await mixedClub();

  const { entries, total } = await club.board({ scope });

  expect(entries.map(({ userId, rank }) => [userId, rank])).toEqual(shown.map((id, i) => [id, i + 1]));
  expect(total).toBe(shown.length);
});

test('a hidden member sees themselves apart, ranked among those they see', async () => {
  const club = await mixedClub();

  const { entries, me } = await club.board({ viewer: 'ana' });

  expect(entries.map(({ userId }) => userId)).not.toContain('ana');
  expect(me).toMatchObject({ userId: 'ana', rank: 1, xp: 400, displayName: 'Ana' });
});

test.each(['eva', 'new', 'nobody'])(
  '%s, who has no place on any board, has none of their own',
  async (viewer) => {
    const club = await mixedClub();
    expect((await club.board({ viewer })).me).toBeNull();
  },
);

test('an unknown community has no board, an empty one an empty board', async () => {
  const club = await community();
  const query = {
    scope: 'public',
    viewerId: null,
    board: 'top',
    window: 'all',
    windowAt: null,
    now: instant('12:00:00'),
    limit: 10,
    after: null,
    aroundUserId: null,
  } as const;

  expect(await functions.getLeaderboard({ communityId: 'biz_nowhere', ...query })).toBeNull();
  expect(await club.board()).toMatchObject({ total: 0, version: 0, entries: [], me: null, next: null });
});
