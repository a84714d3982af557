import type pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { award, RaceDatabase } from './database.ts';
import { contradictions, reset, undo, xpOf } from './totals.ts';

let database: RaceDatabase;
let one: pg.Client;
let two: pg.Client;
let observer: pg.Client;

beforeEach(async () => {
  database = await RaceDatabase.create();
  [one, two, observer] = [await database.connect(), await database.connect(), await database.connect()];
  await award(one, [{ userId: 'user_ana', key: 'chat:before', at: '08:00:00' }]);
});
afterEach(() => database.drop());

it('takes an award that another session commits while it waits', async () => {
  await one.query('begin');
  await award(one, [{ userId: 'user_ana', key: 'chat:1', at: '10:00:00' }]);
  const waiting = reset(two);
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await waiting).toMatchObject({ members: 1, xp: 30 });
  expect(await xpOf(observer, 'user_ana')).toBe(0);
  expect(await contradictions(observer)).toEqual([]);
});

it('leaves an award that waited for it', async () => {
  await one.query('begin');
  await reset(one);
  const waiting = award(two, [{ userId: 'user_ana', key: 'chat:1', at: '10:00:00' }]);
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await waiting).toEqual(['awarded']);
  expect(await xpOf(observer, 'user_ana')).toBe(15);
  expect(await contradictions(observer)).toEqual([]);
});

it('is undone by one of two who do it at once', async () => {
  const made = await reset(one);
  await one.query('begin');
  expect(await undo(one, made)).toBe('undone');
  const waiting = undo(two, made);
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await waiting).toBe('undone-before');
  expect(await xpOf(observer, 'user_ana')).toBe(15);
});

it('never waits in a circle with awards, and totals are what the log says', async () => {
  const members = ['user_ana', ...Array.from({ length: 20 }, (_, index) => `user_${index}`)];
  const chats = async (session: pg.Client, name: string) => {
    for (let round = 0; round < 30; round++) {
      const at = `1${round % 10}:${String(round).padStart(2, '0')}:00`;
      const order = round % 2 === 0 ? members : members.toReversed();
      await award(
        session,
        order.map((userId) => ({ userId, key: `chat:${name}:${round}:${userId}`, at })),
      );
    }
  };
  const resets = async () => {
    for (let round = 0; round < 15; round++) {
      const made = await reset(observer, round % 3 === 0 ? 'user_ana' : null);
      if (round % 2 === 0) expect(await undo(observer, made)).toBe('undone');
    }
  };
  await Promise.all([chats(one, 'one'), chats(two, 'two'), resets()]);
  expect(await contradictions(observer)).toEqual([]);
});
