import { expect, test } from 'vitest';
import { chat, community } from '../support/index.ts';

test.each([
  { xp: 99, level: 0 },
  { xp: 100, level: 1 },
  { xp: 249, level: 1 },
  { xp: 250, level: 2 },
  { xp: 500, level: 3 },
  { xp: 1_000_000, level: 3 },
])('$xp XP is level $level of 100, 250, 500', async ({ xp, level }) => {
  const club = await community({ levels: [100, 250, 500] });
  const [result] = await club.award(chat('ana', '10:00:00', { xp }));
  expect(result).toMatchObject({ xp, level, previousLevel: 0 });
});
