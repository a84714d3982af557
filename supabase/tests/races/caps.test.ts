import type pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { award, RaceDatabase } from './database.ts';

let database: RaceDatabase;
let one: pg.Client;
let two: pg.Client;
let observer: pg.Client;

beforeEach(async () => {
  database = await RaceDatabase.create();
  [one, two, observer] = [await database.connect(), await database.connect(), await database.connect()];
});
afterEach(() => database.drop());

const setRules = (rules: object) =>
  one.query('update public.xp_configurations set rules = $1, cooldown_seconds = 0', [JSON.stringify(rules)]);
const chat = (key: string, at: string) => [{ userId: 'user_ana', key, at }];

it.each([
  ['a cap', 'cap', { dailyCap: 20 }],
  ['an effort bank', 'bank', { sources: { chat: { effortBank: { capacity: 20, refillPerHour: 0.001 } } } }],
])('of two awards that race for the last XP of %s one gets it', async (_, refusal, rules) => {
  await setRules(rules);
  await award(one, chat('chat:before', '08:00:00'));
  await one.query('begin');
  expect(await award(one, chat('chat:1', '10:00:00'))).toEqual(['awarded']);
  const waiting = award(two, chat('chat:2', '10:00:01'));
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await waiting).toEqual([refusal]);
  const { rows } = await observer.query(`select xp::int from public.users where id = 'user_ana'`);
  expect(rows).toEqual([{ xp: 20 }]);
});

it('a cap is never exceeded by two sessions that award as fast as they can', async () => {
  await setRules({ dailyCap: 200 });
  const many = async (session: pg.Client, name: string) => {
    for (let n = 0; n < 10; n++) await award(session, chat(`chat:${name}:${n}`, `10:00:0${n}`));
  };
  await Promise.all([many(one, 'one'), many(two, 'two')]);
  const { rows } = await observer.query(`select xp::int from public.users where id = 'user_ana'`);
  expect(rows).toEqual([{ xp: 200 }]);
});
