import { expect, test } from 'vitest';
import { chat, community } from '../support/index.ts';

test('every reward up to the new level, and none above it', async () => {
  const club = await community({ levels: [10, 20, 30, 40] });
  for (const level of [1, 2, 3, 4]) await club.reward(level);
  await club.reward(2, 'Level 2, too');

  const [result] = await club.award(chat('ana', '10:00:00', { xp: 35 }));

  expect(result).toMatchObject({ level: 3, previousLevel: 0 });
  expect(await club.unlocked('ana')).toEqual(['Level 1', 'Level 2', 'Level 2, too', 'Level 3']);
});
