import type pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { award, RaceDatabase } from './database.ts';

let database: RaceDatabase;
let one: pg.Client;
let two: pg.Client;
let observer: pg.Client;
let rewardId = '';

beforeEach(async () => {
  database = await RaceDatabase.create();
  [one, two, observer] = [await database.connect(), await database.connect(), await database.connect()];
  rewardId = await create(one, 0);
  await award(one, [
    { userId: 'user_ana', key: 'chat:1', at: '08:00:00' },
    { userId: 'user_ben', key: 'chat:2', at: '08:00:00' },
  ]);
});
afterEach(() => database.drop());

interface Answer {
  outcome: string;
  rewardId?: string;
  claimedAt?: string;
}

async function call(session: pg.Client, sql: string, values: unknown[]): Promise<Answer | null> {
  const { rows } = await session.query<{ answer: Answer | null }>(`select ${sql} as answer`, values);
  return rows[0]?.answer ?? null;
}
const create = async (session: pg.Client, level: number): Promise<string> => {
  const reward = { communityId: 'biz_race', levelRequirement: level, type: 'badge', name: 'Badge' };
  return (await call(session, 'public.create_reward($1)', [reward]))?.rewardId ?? '';
};
const claim = (session: pg.Client, userId: string, at: string) =>
  call(session, `public.claim_reward('biz_race', $1, $2, $3)`, [userId, rewardId, `2026-11-20T${at}Z`]);
const remove = (session: pg.Client) =>
  call(session, `public.delete_reward('biz_race', $1, '2026-11-20T12:00:00Z')`, [rewardId]);
const change = (session: pg.Client, wanted: object) =>
  call(session, `public.update_reward('biz_race', $1, $2, '2026-11-20T12:00:00Z')`, [rewardId, wanted]);
const held = async () => {
  const { rows } = await observer.query<{ held: string }>(
    `select user_id || ' ' || state as held from public.user_rewards order by 1`,
  );
  return rows.map((row) => row.held);
};

it('lets one of two claims win, and tells the other since when', async () => {
  await one.query('begin');
  expect(await claim(one, 'user_ana', '10:00:00')).toMatchObject({ outcome: 'claimed' });
  const second = claim(two, 'user_ana', '10:00:01');
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await second).toEqual({
    outcome: 'taken',
    state: 'claimed',
    claimedAt: '2026-11-20T10:00:00.000Z',
  });
});

it('lets the second claim win where the first is taken back', async () => {
  await one.query('begin');
  await claim(one, 'user_ana', '10:00:00');
  const second = claim(two, 'user_ana', '10:00:01');
  await database.someoneWaits(observer);
  await one.query('rollback');
  expect(await second).toMatchObject({ outcome: 'claimed' });
});

it('has one winner in every round of claims that begin at once', async () => {
  for (let round = 0; round < 20; round++) {
    rewardId = await create(observer, 0);
    const answers = await Promise.all([one, two].map((session) => claim(session, 'user_ana', '10:00:00')));
    expect(new Set(answers.map((answer) => answer?.outcome))).toEqual(new Set(['claimed', 'taken']));
  }
});

it('finishes a claim before the deletion that waits for it, which then keeps the reward', async () => {
  await one.query('begin');
  await claim(one, 'user_ana', '10:00:00');
  const deletion = remove(two);
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await deletion).toEqual({ outcome: 'archived' });
  expect(await held()).toEqual(['user_ana claimed']);
});

it('finds no reward after the deletion it waited for, and leaves nothing half done', async () => {
  await one.query('begin');
  expect(await remove(one)).toEqual({ outcome: 'deleted' });
  const late = claim(two, 'user_ana', '10:00:00');
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await late).toBeNull();
  expect(await held()).toEqual([]);
});

it('gives a reward whose level is lowered to a member who rises meanwhile, once', async () => {
  rewardId = await create(one, 3);
  const climb = Array.from({ length: 7 }, (_, index) => ({
    userId: 'user_ana',
    key: `chat:climb:${index}`,
    at: `1${index}:00:00`,
  }));
  await one.query('begin');
  await award(one, climb);
  const lowered = change(two, { levelRequirement: 1 });
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await lowered).toMatchObject({ outcome: 'saved', unlocked: 1 });

  rewardId = await create(one, 3);
  await one.query('begin');
  expect(await change(one, { levelRequirement: 1 })).toMatchObject({ unlocked: 1 });
  const rising = award(
    two,
    climb.map((chat) => ({ ...chat, userId: 'user_ben', key: `${chat.key}:ben` })),
  );
  await database.someoneWaits(observer);
  await one.query('commit');
  await rising;
  expect(await held()).toContain('user_ben unlocked');
});

it('never waits in a circle with awards, claims, changes and deletions of the same members', async () => {
  for (let round = 0; round < 20; round++) {
    rewardId = await create(observer, 0);
    const chats = ['user_ana', 'user_ben'].map((userId) => ({
      userId,
      key: `${round}:${userId}`,
      at: '11:00:00',
    }));
    // 40P01 (deadlock detected) would reject one of them.
    const first = async () => {
      await claim(one, 'user_ben', '10:00:00');
      await award(one, chats);
    };
    const second = async () => {
      await change(two, { name: `Round ${round}` });
      await claim(two, 'user_ana', '10:00:00');
      await remove(two);
    };
    await Promise.all([first(), second()]);
  }
});
