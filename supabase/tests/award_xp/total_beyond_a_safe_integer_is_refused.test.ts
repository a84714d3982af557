import { expect, test } from 'vitest';
import { chat, community } from '../support/index.ts';

const LARGEST = Number.MAX_SAFE_INTEGER;

test('by name, with 23514, and nothing of the call is half done', async () => {
  const club = await community();
  await club.award(chat('ana', '10:00:00', { xp: LARGEST }));
  const before = { log: await club.log(), version: await club.version() };

  const more = club.award(chat('ben', '10:00:00'), chat('ana', '11:00:00', { xp: 1, key: 'chat:over' }));

  await expect(more).rejects.toMatchObject({ code: '23514', constraint: 'total_xp_is_a_safe_integer' });
  expect(await club.member('ben')).toBeUndefined();
  expect({ log: await club.log(), version: await club.version() }).toEqual(before);
});

test('the largest total itself is exact', async () => {
  const club = await community();
  await club.award(chat('ana', '10:00:00', { xp: LARGEST - 1 }));
  expect(await club.award(chat('ana', '11:00:00', { xp: 1 }))).toMatchObject([{ xp: LARGEST }]);
});
