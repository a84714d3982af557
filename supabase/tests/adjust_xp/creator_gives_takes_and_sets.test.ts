import { expect, test } from 'vitest';
import { chat, community, functions, messagesDuring, rows, run } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

const MOST = Number.MAX_SAFE_INTEGER;
type Wish = Partial<Parameters<typeof functions.adjustXp>[1]>;

const adjust = (club: TestCommunity, userId: string, wish: Wish) =>
  functions.adjustXp(
    { communityId: club.id, userId },
    { reason: 'contest', by: 'user_boss', ...wish },
    '2026-11-20T12:00:00Z',
  );

test('gives, takes as much as is there, and sets; the total stays the sum of the log', async () => {
  const club = await community({ levels: [10, 100] });
  await club.award(chat('ana', '10:00:00', { xp: 15 }));
  const version = await club.version();

  expect(await adjust(club, 'ana', { amount: 90 })).toEqual({
    outcome: 'accepted',
    change: 90,
    xp: 105,
    level: 2,
    previousLevel: 1,
    version: version + 1,
  });
  expect(await adjust(club, 'ana', { amount: -200 })).toMatchObject({
    change: -105,
    xp: 0,
    level: 0,
    previousLevel: 2,
  });
  expect(await adjust(club, 'ana', { set: 40 })).toMatchObject({ change: 40, xp: 40, level: 1 });
  expect(await adjust(club, 'ana', { set: 30 })).toMatchObject({ change: -10, xp: 30, level: 1 });

  expect((await club.log()).map(({ xp_awarded: xp }) => xp).reduce((a, b) => a + b)).toBe(30);
  expect(await club.member('ana')).toMatchObject({ xp: 30, level: 1 });
});

test('is an entry of the log with its reason and who it was, and counts in no window', async () => {
  const club = await community();
  await adjust(club, 'ana', { amount: 25 });

  expect(
    await rows(
      `select activity_type, xp_awarded, refusal, receipt, period_at, public.iso_time(created_at) as at
       from public.activity_log where community_id = $1`,
      [club.id],
    ),
  ).toEqual([
    {
      activity_type: 'adjustment',
      xp_awarded: 25,
      refusal: null,
      receipt: { reason: 'contest', by: 'user_boss' },
      period_at: null,
      at: '2026-11-20T12:00:00.000Z',
    },
  ]);
  expect(await club.periods('ana')).toEqual({});
});

test('counts once per idempotency key, and then tells where the member stands', async () => {
  const club = await community({ levels: [10] });
  const wish = { amount: MOST, idempotencyKey: 'contest-1' };
  expect(await adjust(club, 'ana', wish)).toMatchObject({ outcome: 'accepted', xp: MOST });
  const version = await club.version();

  const repeated = { outcome: 'duplicate', change: 0, xp: MOST, level: 1, previousLevel: 1, version };
  expect(await adjust(club, 'ana', wish)).toEqual(repeated);
  expect(await adjust(club, 'ben', wish)).toMatchObject({ outcome: 'duplicate', xp: 0, level: 0 });
  expect(await club.member('ben')).toBeUndefined();
  const elsewhere = await community();
  expect(await adjust(elsewhere, 'ana', wish)).toMatchObject({ outcome: 'accepted' });
});

test('without a key each counts', async () => {
  const club = await community();
  await adjust(club, 'ana', { amount: 5 });
  expect(await adjust(club, 'ana', { amount: 5 })).toMatchObject({ outcome: 'accepted', xp: 10 });
});

test('more than a total has room for is refused with what it has, and may be sent again in part', async () => {
  const club = await community();
  await adjust(club, 'ana', { amount: 11 });
  const version = await club.version();

  const wish = { amount: MOST - 10, idempotencyKey: 'contest-1' };
  expect(await adjust(club, 'ana', wish)).toEqual({ outcome: 'too-much', most: MOST - 11 });
  expect(await club.version()).toBe(version);
  expect(await club.log()).toHaveLength(1);
  expect(await adjust(club, 'ana', { ...wish, amount: MOST - 11 })).toMatchObject({ xp: MOST });
});

test('unlocks rewards, tells of the level, and lists the member as an award does', async () => {
  const club = await community({ levels: [10] });
  await club.reward(1);

  const messages = await messagesDuring(() => adjust(club, 'ana', { amount: 10 }));

  expect(await club.unlocked('ana')).toEqual(['Level 1']);
  expect(messages.map(({ topic, event }) => [topic, event])).toEqual([
    [club.topic, 'community.changed'],
    [club.topicOf('ana'), 'member.leveled_up'],
    [club.topicOf('ana'), 'reward.unlocked'],
  ]);
  expect(messages[0]?.payload).toMatchObject({ changed: [{ userId: 'ana', xp: 10, level: 1 }] });
});

test('nothing moves and nothing is told where there is nothing to take', async () => {
  const club = await community();
  await club.reward(0);
  const messages = await messagesDuring(async () => {
    expect(await adjust(club, 'ana', { amount: -5 })).toMatchObject({
      outcome: 'accepted',
      change: 0,
      xp: 0,
    });
  });
  expect(messages).toEqual([]);
});

test('a kept level stays when XP are taken', async () => {
  const club = await community({ levels: [10] });
  await run(`update public.xp_configurations set demotion = 'keep' where community_id = $1`, [club.id]);
  await adjust(club, 'ana', { amount: 20 });

  expect(await adjust(club, 'ana', { set: 0 })).toMatchObject({ xp: 0, level: 1, previousLevel: 1 });
});

test('an unknown community has nobody to give to', async () => {
  const wish = { amount: 1, reason: 'contest', by: 'user_boss' };
  const at = '2026-11-20T12:00:00Z';
  expect(await functions.adjustXp({ communityId: 'biz_nowhere', userId: 'ana' }, wish, at)).toBeNull();
});
