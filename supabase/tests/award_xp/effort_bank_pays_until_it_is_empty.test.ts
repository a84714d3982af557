import { expect, test } from 'vitest';
import { chat, community, gains, reply, rows, run } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

const banked = (capacity: number, refillPerHour: number, more = {}) =>
  community({ rules: { ...more, sources: { chat: { effortBank: { capacity, refillPerHour } } } } });

async function bankOf(club: TestCommunity) {
  const [found] = await rows<{ bank: unknown }>(
    `select effort_banks -> 'chat' as bank from public.users where community_id = $1 and id = 'ana'`,
    [club.id],
  );
  return found?.bank;
}

test('it begins full, has no cooldown, pays what is left, and then refuses', async () => {
  const club = await banked(40, 60);
  const fast = ['10:00:00', '10:00:00.001', '10:00:00.002', '10:00:00.003'].map((at) => chat('ana', at));

  const results = await club.awardEach(...fast);

  expect(gains(results)).toEqual([15, 15, 10, 'bank']);
  expect(results.map(({ receipt }) => receipt?.bank)).toEqual([
    undefined,
    undefined,
    { capacity: 40, left: 10 },
    { capacity: 40, left: 0 },
  ]);
});

test('it fills evenly: a moment before the next whole XP there is none', async () => {
  const club = await banked(15, 60);
  const results = await club.awardEach(
    chat('ana', '10:00:00'),
    chat('ana', '10:00:59.999'),
    chat('ana', '10:01:00'),
    chat('ana', '10:03:30'),
  );
  expect(gains(results)).toEqual([15, 'bank', 1, 2]);
});

test('parts of an XP add up: three thirds are one', async () => {
  const club = await banked(10, 1);
  await club.award(chat('ana', '10:00:00', { xp: 9 }), chat('ana', '10:20:00', { xp: 1 }));
  await club.award(chat('ana', '10:40:00', { xp: 1 }));
  expect(gains(await club.award(chat('ana', '11:00:00', { xp: 1 })))).toEqual([1]);
});

test('it never holds more than its capacity', async () => {
  const club = await banked(20, 60);
  await club.award(chat('ana', '10:00:00'));
  expect(gains(await club.award(chat('ana', '20:00:00', { xp: 50 })))).toEqual([20]);
});

test('a late activity finds what is there, and time does not move back for it', async () => {
  const club = await banked(20, 60);
  await club.award(chat('ana', '10:00:00'));

  const results = await club.awardEach(
    chat('ana', '08:00:00'),
    chat('ana', '09:59:59'),
    chat('ana', '10:04:00'),
  );

  expect(gains(results)).toEqual([5, 'bank', 4]);
  expect(await bankOf(club)).toEqual({ xp: 0, at: '2026-11-20T10:04:00.000000Z' });
});

test('each source and each member has a bank of its own', async () => {
  const club = await banked(15, 60);
  const results = await club.award(
    chat('ana', '10:00:00'),
    reply('ana', '10:00:00'),
    chat('ben', '10:00:00'),
  );
  expect(gains(results)).toEqual([15, 20, 15]);
});

test('what another limit takes away stays in the bank', async () => {
  const club = await banked(20, 60, { dailyCap: 8 });

  const results = await club.awardEach(chat('ana', '10:00:00'), chat('ana', '10:00:00'));

  expect(gains(results)).toEqual([8, 'cap']);
  expect(await bankOf(club)).toEqual({ xp: 12, at: '2026-11-20T10:00:00.000000Z' });
});

test('a bank that became smaller holds no more than that; one that became larger fills up to it', async () => {
  const club = await banked(100, 60);
  await club.award(chat('ana', '10:00:00'));
  const resize = (capacity: number) =>
    run(
      `update public.xp_configurations set rules = jsonb_set(rules, '{sources,chat,effortBank,capacity}', $2)
       where community_id = $1`,
      [club.id, String(capacity)],
    );

  await resize(20);
  expect(gains(await club.award(chat('ana', '10:00:00', { xp: 50 })))).toEqual([20]);
  await resize(200);
  expect(gains(await club.award(chat('ana', '12:00:00', { xp: 500 })))).toEqual([120]);
});
