import type pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { award, RaceDatabase } from './database.ts';
import { contradictions, erase, xpOf } from './totals.ts';

let database: RaceDatabase;
let one: pg.Client;
let two: pg.Client;
let observer: pg.Client;

beforeEach(async () => {
  database = await RaceDatabase.create();
  [one, two, observer] = [await database.connect(), await database.connect(), await database.connect()];
  await award(one, [{ userId: 'user_ana', key: 'chat:1', at: '10:00:00' }]);
});
afterEach(() => database.drop());

const adjust = async (session: pg.Client, wish: object) => {
  const { rows } = await session.query<{ answer: unknown }>(
    `select public.adjust_xp('biz_race', 'user_ana', $1, '2026-11-20T12:00:00Z') as answer`,
    [wish],
  );
  return rows[0]?.answer;
};

it.each(['deleted', 'only locked so far'])(
  'an adjustment that waited for a member who was %s counts from nothing',
  async (state) => {
    await one.query('begin');
    if (state === 'deleted') await erase(one, 'user_ana');
    else await one.query(`select public.lock_members_of('biz_race', array['user_ana'])`);
    const waiting = adjust(two, { amount: 40 });
    await database.someoneWaits(observer);
    if (state !== 'deleted') await erase(one, 'user_ana');
    await one.query('commit');
    expect(await waiting).toMatchObject({ outcome: 'accepted', change: 40, xp: 40 });
    expect(await xpOf(observer, 'user_ana')).toBe(40);
    expect(await contradictions(observer)).toEqual([]);
  },
);

it('who sets what they show while they are erased is somebody new with those settings', async () => {
  await one.query('begin');
  await one.query(`select public.lock_members_of('biz_race', array['user_ana'])`);
  const waiting = two.query(`select public.update_me('biz_race', 'user_ana', '{"visibility": "members"}')`);
  await database.someoneWaits(observer);
  await erase(one, 'user_ana');
  await one.query('commit');
  await waiting;
  const { rows } = await observer.query(`select xp::int, visibility from public.users where id = 'user_ana'`);
  expect(rows).toEqual([{ xp: 0, visibility: 'members' }]);
});
