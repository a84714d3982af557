import { expect, test } from 'vitest';
import { chat, community, gains, reply } from '../support/index.ts';

const capped = (rule: { dailyCap?: number; weeklyCap?: number }) =>
  community({ cooldownSeconds: 0, rules: { sources: { chat: rule } } });

test.each([
  ['one less than the cap', 29, [15, 14]],
  ['exactly the cap', 30, [15, 15]],
  ['one more', 31, [15, 15, 1]],
])('of what would earn %s is paid what the cap leaves', async (_, dailyCap, paid) => {
  const club = await capped({ dailyCap });
  const results = await club.awardEach(...['10:00:00', '11:00:00', '12:00:00'].map((at) => chat('ana', at)));
  expect(gains(results).filter((gain) => gain !== 'cap')).toEqual(paid);
  expect(await club.member('ana')).toMatchObject({ xp: Math.min(dailyCap, 45) });
});

test('the receipt names the cap that took something away, and what was left of it', async () => {
  const club = await capped({ dailyCap: 20 });

  const results = await club.awardEach(
    chat('ana', '10:00:00'),
    chat('ana', '11:00:00'),
    chat('ana', '12:00:00'),
  );

  const cap = { of: 'source', period: 'day', limit: 20 };
  expect(results.map(({ outcome, receipt }) => [outcome, receipt?.cap])).toEqual([
    ['awarded', undefined],
    ['awarded', { ...cap, left: 5 }],
    ['cap', { ...cap, left: 0 }],
  ]);
});

test('the next day and the next week have a cap of their own', async () => {
  const club = await capped({ dailyCap: 20, weeklyCap: 50 });

  const days = ['16', '17', '18', '22', '23'].map((day) =>
    chat('ana', `2026-11-${day}T10:00:00Z`, { xp: 30 }),
  );
  const results = await club.awardEach(...days);

  expect(gains(results)).toEqual([20, 20, 10, 'cap', 20]);
  expect(results[2]?.receipt?.cap).toEqual({ of: 'source', period: 'week', limit: 50, left: 10 });
  expect(results[4]?.receipt?.cap).toEqual({ of: 'source', period: 'day', limit: 20, left: 20 });
});

test('another source and another member have caps of their own', async () => {
  const club = await capped({ dailyCap: 15 });
  const results = await club.award(
    chat('ana', '10:00:00'),
    reply('ana', '10:00:01'),
    chat('ben', '10:00:02'),
  );
  expect(gains(results)).toEqual([15, 20, 15]);
});

test('a refused activity takes nothing from the cap', async () => {
  const club = await community({ cooldownSeconds: 60, rules: { sources: { chat: { dailyCap: 30 } } } });

  const results = await club.awardEach(
    chat('ana', '10:00:00'),
    chat('ana', '10:00:30'),
    chat('ana', '10:01:00', { refusal: 'too-short' }),
    chat('ana', '10:02:00'),
  );

  expect(gains(results)).toEqual([15, 'cooldown', 'too-short', 15]);
});

test('what a cap refuses starts no cooldown', async () => {
  const club = await community({ cooldownSeconds: 3600, rules: { sources: { chat: { dailyCap: 15 } } } });

  const results = await club.awardEach(
    chat('ana', '10:00:00'),
    chat('ana', '23:59:00'),
    chat('ana', '2026-11-21T00:01:00Z'),
  );

  expect(gains(results)).toEqual([15, 'cap', 15]);
});

test('what is worth nothing meets no cap', async () => {
  const club = await capped({ dailyCap: 15 });
  await club.award(chat('ana', '10:00:00'));
  expect(gains(await club.award(chat('ana', '11:00:00', { xp: 0 })))).toEqual([0]);
});
