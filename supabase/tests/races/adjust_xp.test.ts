import type pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { award, lockMembers, RaceDatabase } from './database.ts';

let database: RaceDatabase;
let one: pg.Client;
let two: pg.Client;
let observer: pg.Client;

beforeEach(async () => {
  database = await RaceDatabase.create();
  [one, two, observer] = [await database.connect(), await database.connect(), await database.connect()];
});
afterEach(() => database.drop());

interface Answer {
  outcome: string;
  change: number;
  xp: number;
}

async function adjust(session: pg.Client, wish: object, userId = 'user_ana'): Promise<Answer> {
  const { rows } = await session.query<{ answer: Answer }>(
    `select public.adjust_xp('biz_race', $1, $2, '2026-11-20T12:00:00Z') as answer`,
    [userId, wish],
  );
  return rows[0]?.answer ?? { outcome: 'unknown', change: 0, xp: 0 };
}

it('counts a key once where two send it at once, also for a member who is new to both', async () => {
  await one.query('begin');
  expect(await adjust(one, { amount: 50, idempotencyKey: 'a' })).toMatchObject({ outcome: 'accepted' });
  const repeat = adjust(two, { amount: 50, idempotencyKey: 'a' });
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await repeat).toMatchObject({ outcome: 'duplicate', change: 0, xp: 50 });
});

it('counts a key once where two send it for different members', async () => {
  await one.query('begin');
  await adjust(one, { amount: 50, idempotencyKey: 'a' });
  const other = adjust(two, { amount: 50, idempotencyKey: 'a' }, 'user_ben');
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await other).toMatchObject({ outcome: 'duplicate', xp: 0 });
});

it('takes no more than is there after the award it waited for, and sets what it says', async () => {
  await one.query('begin');
  await award(one, [{ userId: 'user_ana', key: 'chat:1', at: '10:00:00' }]);
  const taken = adjust(two, { amount: -20 });
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await taken).toMatchObject({ outcome: 'accepted', change: -15, xp: 0 });

  await one.query('begin');
  await adjust(one, { amount: 30 });
  const set = adjust(two, { set: 10 });
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await set).toMatchObject({ change: -20, xp: 10 });
});

it('waits for a member whom an award has only locked so far', async () => {
  await adjust(one, { set: 10 });
  const chats = [{ userId: 'user_ana', key: 'chat:1', at: '10:00:00' }];
  await one.query('begin');
  await lockMembers(one, chats);
  const taken = adjust(two, { amount: -20 });
  await database.someoneWaits(observer);
  await award(one, chats);
  await one.query('commit');
  expect(await taken).toMatchObject({ change: -20, xp: 5 });
});
