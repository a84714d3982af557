import type pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { award, pay, RaceDatabase, refund } from './database.ts';

let database: RaceDatabase;
let one: pg.Client;
let two: pg.Client;
let observer: pg.Client;

beforeEach(async () => {
  database = await RaceDatabase.create();
  [one, two, observer] = [await database.connect(), await database.connect(), await database.connect()];
});
afterEach(() => database.drop());

async function totalOfAna() {
  const { rows } = await observer.query<{ xp: number; log: number }>(
    `select u.xp::int, (select sum(l.xp_awarded)::int from public.activity_log l where l.user_id = u.id) as log
     from public.users u where u.id = 'user_ana'`,
  );
  return rows[0];
}

it('a refund that waits for its payment sees it, and takes it back', async () => {
  await one.query('begin');
  expect(await pay(one)).toEqual(['awarded']);
  const waiting = refund(two, 1);
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await waiting).toEqual(['reversed']);
  expect(await totalOfAna()).toEqual({ xp: 0, log: 0 });
});

it('a payment that waits for its refund sees it, and gives nothing in the end', async () => {
  await one.query('begin');
  expect(await refund(one, 0.75)).toEqual(['unknown-yet']);
  const waiting = pay(two);
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await waiting).toEqual(['awarded']);
  expect(await totalOfAna()).toEqual({ xp: 25, log: 25 });
});

it('a refund whose payment is taken back with its transaction waits for the next one', async () => {
  await one.query('begin');
  await pay(one);
  const waiting = refund(two, 1);
  await database.someoneWaits(observer);
  await one.query('rollback');
  expect(await waiting).toEqual(['unknown-yet']);
  expect(await pay(one)).toEqual(['awarded']);
  expect(await totalOfAna()).toEqual({ xp: 0, log: 0 });
});

it('of two words at the same moment the newest decides, whichever comes first', async () => {
  await pay(one);
  await one.query('begin');
  expect(await refund(one, 0.5, '12:00:00')).toEqual(['reversed']);
  const waiting = refund(two, 1, '11:00:00');
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await waiting).toEqual(['stale']);
  expect(await totalOfAna()).toEqual({ xp: 50, log: 50 });
});

it('a refund waits for what its member earns meanwhile, and takes from the whole of it', async () => {
  await pay(one);
  await one.query('begin');
  await award(one, [{ userId: 'user_ana', key: 'chat:1', at: '12:00:00' }]);
  const waiting = refund(two, 1);
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await waiting).toEqual(['reversed']);
  expect(await totalOfAna()).toEqual({ xp: 15, log: 15 });
});

it('never waits in a circle when payments, refunds and messages of a member come at once', async () => {
  for (let round = 0; round < 20; round++) {
    const at = `12:${String(round).padStart(2, '0')}:00`;
    const chat = { userId: 'user_ana', key: `chat:${round}`, at };
    const payment = { userId: 'user_ana', key: 'payment:1', at: '10:00:00', type: 'payment', xp: 100 };
    // 40P01 (deadlock detected) would reject one of them.
    const all = [award(one, [chat, payment]), refund(two, round % 2, at), award(observer, [chat])];
    await expect(Promise.all(all)).resolves.toHaveLength(3);
  }
  expect(await totalOfAna()).toEqual({ xp: 20 * 15, log: 20 * 15 });
});
