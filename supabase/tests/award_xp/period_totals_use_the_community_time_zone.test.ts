import { expect, test } from 'vitest';
import { chat, community } from '../support/index.ts';

test('one instant belongs to other days in Honolulu and in Auckland', async () => {
  const instant = '2026-11-30T23:30:00Z';
  const honolulu = await community({ timeZone: 'Pacific/Honolulu' });
  const auckland = await community({ timeZone: 'Pacific/Auckland' });

  await honolulu.award(chat('ana', instant));
  await auckland.award(chat('ana', instant));

  expect(await honolulu.periods('ana')).toEqual({
    'day 2026-11-30': 15,
    'week 2026-11-30': 15,
    'month 2026-11-01': 15,
  });
  expect(await auckland.periods('ana')).toEqual({
    'day 2026-12-01': 15,
    'week 2026-11-30': 15,
    'month 2026-12-01': 15,
  });
});

test('the night the clocks go back is one day of 25 hours', async () => {
  const club = await community({ timeZone: 'America/New_York', cooldownSeconds: 0 });

  await club.award(
    chat('ana', '2026-11-01T03:59:59Z', { xp: 1 }),
    chat('ana', '2026-11-01T04:00:00Z', { xp: 2 }),
    chat('ana', '2026-11-02T04:59:59Z', { xp: 4 }),
    chat('ana', '2026-11-02T05:00:00Z', { xp: 8 }),
  );

  expect(await club.periods('ana')).toMatchObject({
    'day 2026-10-31': 1,
    'day 2026-11-01': 6,
    'day 2026-11-02': 8,
  });
});
