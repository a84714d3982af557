import { expect, test } from 'vitest';
import { chat, community } from '../support/index.ts';

test('before any XP', async () => {
  const club = await community();
  await club.award(chat('ana', '10:00:00', { xp: 0 }));

  expect(await club.card('ana')).toMatchObject({
    xp: 0,
    level: 0,
    levelXp: 0,
    nextLevelXp: 100,
    rank: null,
    total: 0,
  });
});

test('for an excluded member', async () => {
  const club = await community();
  await club.seat({ ana: [100, '10:00:00'], ben: [50, '10:00:00'] });
  await club.set('ana', { excluded: true });

  expect(await club.card('ana')).toMatchObject({ xp: 100, rank: null, total: 1 });
  expect(await club.card('ben')).toMatchObject({ rank: 1 });
});

test('members of equal XP share a rank, and the next one skips', async () => {
  const club = await community();
  await club.seat({
    ana: [300, '10:00:00'],
    ben: [200, '10:00:00'],
    cem: [200, '11:00:00'],
    dan: [100, '10:00:00'],
  });

  const cards = [];
  for (const id of ['ana', 'ben', 'cem', 'dan']) cards.push(await club.card(id));

  expect(cards.map((card) => card?.rank)).toEqual([1, 2, 2, 4]);
});
