import { expect, test } from 'vitest';
import { community } from '../support/index.ts';

test.each([
  { xp: 99, level: 0, levelXp: 0, nextLevelXp: 100 },
  { xp: 100, level: 1, levelXp: 100, nextLevelXp: 250 },
  { xp: 249, level: 1, levelXp: 100, nextLevelXp: 250 },
  { xp: 250, level: 2, levelXp: 250, nextLevelXp: null },
  { xp: 9_000, level: 2, levelXp: 250, nextLevelXp: null },
])('$xp XP of levels at 100 and 250', async ({ xp, ...levels }) => {
  const club = await community({ levels: [100, 250] });
  await club.seat({ ana: [xp, '10:00:00'] });
  expect(await club.card('ana')).toMatchObject(levels);
});
