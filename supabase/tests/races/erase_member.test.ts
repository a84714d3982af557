import type pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { award, RaceDatabase } from './database.ts';
import { contradictions, erase, reset, undo, xpOf } from './totals.ts';

let database: RaceDatabase;
let one: pg.Client;
let two: pg.Client;
let observer: pg.Client;

const ana = (key: string, at: string) => ({ userId: 'user_ana', key: `chat:${key}`, at });

beforeEach(async () => {
  database = await RaceDatabase.create();
  [one, two, observer] = [await database.connect(), await database.connect(), await database.connect()];
  await award(one, [ana('before', '08:00:00'), { ...ana('ben', '08:00:00'), userId: 'user_ben' }]);
});
afterEach(() => database.drop());

it.each(['deleted', 'only locked so far'])(
  'lets a batch that waited for a member who was %s begin them anew, whole',
  async (state) => {
    await one.query('begin');
    if (state === 'deleted') await erase(one, 'user_ana');
    else await one.query(`select public.lock_members_of('biz_race', array['user_ana'])`);
    const batch = [ana('1', '10:00:00'), { ...ana('2', '10:00:00'), userId: 'user_ben' }];
    const waiting = award(two, batch);
    await database.someoneWaits(observer);
    if (state !== 'deleted') await erase(one, 'user_ana');
    await one.query('commit');
    expect(await waiting).toEqual(['awarded', 'awarded']);
    expect(await xpOf(observer, 'user_ana')).toBe(15);
    expect(await xpOf(observer, 'user_ben')).toBe(30);
    expect(await contradictions(observer)).toEqual([]);
  },
);

it('brings nobody back by a batch of what was booked before', async () => {
  await one.query('begin');
  await erase(one, 'user_ana');
  const waiting = award(two, [ana('before', '08:00:00')]);
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await waiting).toEqual(['duplicate']);
  expect(await xpOf(observer, 'user_ana')).toBeUndefined();
});

it('takes what a batch commits while it waits', async () => {
  await one.query('begin');
  await award(one, [ana('1', '10:00:00')]);
  const waiting = erase(two, 'user_ana');
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await waiting).toBe(true);
  expect(await xpOf(observer, 'user_ana')).toBeUndefined();
  expect(await contradictions(observer)).toEqual([]);
});

it('is done by one of two who do it at once', async () => {
  await one.query('begin');
  await erase(one, 'user_ana');
  const waiting = erase(two, 'user_ana');
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await waiting).toBe(false);
});

it('never waits in a circle with awards, resets, new rewards and another erasing', async () => {
  const third = await database.connect();
  const fourth = await database.connect();
  const chats = async () => {
    for (let round = 0; round < 40; round++) {
      const at = `1${round % 10}:${String(round).padStart(2, '0')}:00`;
      await award(one, [ana(`${round}`, at), { ...ana(`ben:${round}`, at), userId: 'user_ben' }]);
    }
  };
  const erasing = async (session: pg.Client, userId: string) => {
    for (let round = 0; round < 40; round++) await erase(session, userId);
  };
  const rewards = async () => {
    for (let round = 0; round < 20; round++) {
      await fourth.query('select public.create_reward($1)', [
        JSON.stringify({ communityId: 'biz_race', levelRequirement: 0, type: 'badge', name: 'Here' }),
      ]);
    }
  };
  const resets = async () => {
    for (let round = 0; round < 10; round++) await undo(observer, await reset(observer));
  };
  await Promise.all([chats(), erasing(two, 'user_ana'), erasing(third, 'user_ben'), rewards(), resets()]);
  expect(await contradictions(observer)).toEqual([]);
});
