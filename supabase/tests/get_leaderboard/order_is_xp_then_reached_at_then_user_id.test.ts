import { expect, test } from 'vitest';
import { community } from '../support/index.ts';

test('more XP first, then who reached it earlier, then the smaller user id', async () => {
  const club = await community();
  await club.seat({
    zoe: [200, '09:00:00'],
    cem: [100, '11:00:00'],
    ben: [100, '10:00:00'],
    ana: [100, '11:00:00'],
    dan: [300, '12:00:00'],
  });

  const { entries } = await club.board();

  expect(entries.map(({ userId }) => userId)).toEqual(['dan', 'zoe', 'ben', 'ana', 'cem']);
});

test('an entry has everything a row of the board shows', async () => {
  const club = await community({ levels: [100, 250] });
  await club.seat({ ana: [120, '10:00:00'] });

  expect(await club.board()).toEqual({
    total: 1,
    version: 0,
    window: { kind: 'all', startsAt: null, endsAt: null },
    entries: [
      { rank: 1, userId: 'ana', username: null, displayName: 'Ana', avatarUrl: null, xp: 120, level: 1 },
    ],
    me: null,
    next: null,
  });
});
