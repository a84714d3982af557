import { expect, test } from 'vitest';
import { chat, community } from '../support/index.ts';

test('Sunday belongs to the week before', async () => {
  const club = await community({ cooldownSeconds: 0 });

  await club.award(
    chat('ana', '2026-11-22T23:59:59.999Z', { xp: 1 }),
    chat('ana', '2026-11-23T00:00:00Z', { xp: 2 }),
  );

  expect(await club.periods('ana')).toMatchObject({ 'week 2026-11-16': 1, 'week 2026-11-23': 2 });
});

test('a week may belong to two years', async () => {
  const club = await community();
  await club.award(chat('ana', '2026-12-31T10:00:00Z'), chat('ana', '2027-01-01T10:00:00Z'));
  expect(await club.periods('ana')).toMatchObject({ 'week 2026-12-28': 30 });
});
