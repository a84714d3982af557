import { expect, test } from 'vitest';
import { chat, community } from '../support/index.ts';

test('yesterday’s message, delivered today, counts for yesterday, last month’s for last month', async () => {
  const club = await community();

  await club.award(chat('ana', '2026-11-20T10:00:00Z'));
  await club.award(chat('ana', '2026-11-19T10:00:00Z'), chat('ana', '2026-10-31T10:00:00Z', { xp: 7 }));

  expect(await club.periods('ana')).toEqual({
    'day 2026-10-31': 7,
    'day 2026-11-19': 15,
    'day 2026-11-20': 15,
    'month 2026-10-01': 7,
    'month 2026-11-01': 30,
    'week 2026-10-26': 7,
    'week 2026-11-16': 30,
  });
});
