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
  await award(one, [{ userId: 'user_ana', key: 'chat:ana', at: '08:00:00' }]);
});
afterEach(() => database.drop());

const ask = async (session: pg.Client, fn: string) => {
  const { rows } = await session.query<{ answer: Record<string, unknown> }>(
    `select public.${fn}('biz_race', '', 1000) as answer`,
  );
  return rows[0]?.answer;
};
const damage = () => observer.query(`update public.users set xp = 7, peak_xp = 7 where id = 'user_ana'`);
const totals = async () =>
  (await observer.query('select xp::integer, peak_xp::integer from public.users order by id')).rows;

it('counts what another session commits while it waits for the member', async () => {
  await damage();
  await one.query('begin');
  await award(one, [{ userId: 'user_ana', key: 'chat:ana:2', at: '09:00:00' }]);
  const waiting = ask(two, 'rebuild_members');
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await waiting).toEqual({ members: 1, mended: { total: 1, peak: 1 }, next: null });
  expect(await totals()).toEqual([{ xp: 30, peak_xp: 30 }]);
});

it('keeps nobody waiting who is what their log says', async () => {
  await award(one, [{ userId: 'user_ben', key: 'chat:ben', at: '08:00:00' }]);
  await damage();
  await two.query('begin');
  await ask(two, 'rebuild_members');
  await one.query('begin');
  await one.query(`select from public.users where id = 'user_ben' for update nowait`);
  await expect(
    one.query(`select from public.users where id = 'user_ana' for update nowait`),
  ).rejects.toMatchObject({ code: '55P03' });
  await one.query('rollback');
  await two.query('commit');
});

it('ends exact while others go on awarding', async () => {
  const members = Array.from({ length: 10 }, (_, index) => `user_${index}`);
  const awards = async (session: pg.Client, name: string) => {
    for (let n = 0; n < 25; n++) {
      const at = `1${n % 8}:${String(10 + n).padStart(2, '0')}:00`;
      await award(
        session,
        members.map((userId) => ({ userId, key: `chat:${name}:${n}:${userId}`, at })),
      );
    }
  };
  const awarding = { goesOn: true };
  const rebuilding = async () => {
    while (awarding.goesOn) {
      await observer.query(`update public.users set xp = 0 where id = 'user_3'`);
      await ask(observer, 'rebuild_members');
    }
  };
  const rebuilt = rebuilding();
  await Promise.all([awards(one, 'one'), awards(two, 'two')]);
  awarding.goesOn = false;
  await rebuilt;
  expect(await ask(observer, 'find_mismatches')).toMatchObject({ members: 11, counts: {}, mismatches: [] });
});
