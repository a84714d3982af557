import { expect, test } from 'vitest';
import { chat, community, functions, gains, payment, reaction, reply, run } from '../support/index.ts';

test('every source uses up the same cap, in one call as in a call each', async () => {
  const activities = [
    chat('ana', '10:00:00'),
    reply('ana', '10:00:01'),
    reaction('ana', '10:00:02'),
    payment('ana', '10:00:03', { xp: 20 }),
    chat('ana', '10:02:00'),
  ];
  for (const inOneCall of [true, false]) {
    const club = await community({ rules: { dailyCap: 50 } });
    const again = activities.map((activity) => ({ ...activity }));
    const results = await (inOneCall ? club.award(...again) : club.awardEach(...again));
    expect(gains(results)).toEqual([15, 20, 5, 10, 'cap']);
    expect(results.map(({ receipt }) => receipt?.cap)).toEqual([
      undefined,
      undefined,
      undefined,
      { of: 'all', period: 'day', limit: 50, left: 10 },
      { of: 'all', period: 'day', limit: 50, left: 0 },
    ]);
  }
});

test('the week of all sources goes on where the day has ended', async () => {
  const club = await community({ rules: { weeklyCap: 40 } });

  const results = await club.awardEach(
    chat('ana', '2026-11-21T10:00:00Z'),
    reply('ana', '2026-11-22T10:00:00Z'),
    reply('ana', '2026-11-22T23:59:59Z'),
    chat('ana', '2026-11-23T00:00:00Z'),
  );

  expect(gains(results)).toEqual([15, 20, 5, 15]);
});

test('of several caps the one that leaves least decides', async () => {
  const club = await community({
    cooldownSeconds: 0,
    rules: { dailyCap: 40, weeklyCap: 36, sources: { chat: { dailyCap: 38, weeklyCap: 37 } } },
  });

  const results = await club.awardEach(
    chat('ana', '10:00:00'),
    chat('ana', '11:00:00'),
    chat('ana', '12:00:00'),
  );

  expect(gains(results)).toEqual([15, 15, 6]);
  expect(results[2]?.receipt?.cap).toEqual({ of: 'all', period: 'week', limit: 36, left: 6 });
});

test('where two leave as much, the nearer one is named: the source before all, the day before the week', async () => {
  const club = await community({
    rules: { dailyCap: 10, weeklyCap: 10, sources: { chat: { dailyCap: 10, weeklyCap: 10 } } },
  });
  const [result] = await club.award(chat('ana', '10:00:00'));
  expect(result?.receipt?.cap).toMatchObject({ of: 'source', period: 'day' });
});

test('what a refund took back or the creator gave does not count', async () => {
  const club = await community({ cooldownSeconds: 0, rules: { dailyCap: 110 } });
  await club.award(payment('ana', '10:00:00', { key: 'payment:1' }));
  const refund = { key: 'refund:1', ofKey: 'payment:1', share: 1, reason: 'refund' as const };
  await functions.takeBack([{ ...refund, communityId: club.id, at: '2026-11-20T11:00:00Z' }]);
  await run(
    `select public.book_entries(array[
       row($1, 'ana', 'adjustment', 'adjustment:1', 500, null, '2026-11-20T11:00:00Z', null, null)::public.entry])`,
    [club.id],
  );

  expect(gains(await club.award(chat('ana', '12:00:00')))).toEqual([10]);
});
