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
  await award(one, [{ userId: 'user_ana', key: 'chat:before', at: '08:00:00' }]);
});
afterEach(() => database.drop());

it('sees an award that another session commits while it waits', async () => {
  await one.query('begin');
  expect(await award(one, [{ userId: 'user_ana', key: 'chat:1', at: '10:00:00' }])).toEqual(['awarded']);
  const waiting = award(two, [{ userId: 'user_ana', key: 'chat:2', at: '10:00:30' }]);
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await waiting).toEqual(['cooldown']);
});

it('waits for a member whom another session has only locked so far, and then sees what that one awarded', async () => {
  const first = [{ userId: 'user_ana', key: 'chat:1', at: '10:00:00' }];
  await one.query('begin');
  await lockMembers(one, first);
  const waiting = award(two, [{ userId: 'user_ana', key: 'chat:2', at: '10:00:30' }]);
  await database.someoneWaits(observer);
  expect(await award(one, first)).toEqual(['awarded']);
  await one.query('commit');
  expect(await waiting).toEqual(['cooldown']);
});

it('awards when the other session takes its award back', async () => {
  await one.query('begin');
  await award(one, [{ userId: 'user_ana', key: 'chat:1', at: '10:00:00' }]);
  const waiting = award(two, [{ userId: 'user_ana', key: 'chat:2', at: '10:00:30' }]);
  await database.someoneWaits(observer);
  await one.query('rollback');
  expect(await waiting).toEqual(['awarded']);
});

it('calls the same activity a duplicate in the second of two sessions, also for a member who was new to both', async () => {
  await one.query('begin');
  expect(await award(one, [{ userId: 'user_new', key: 'chat:1', at: '10:00:00' }])).toEqual(['awarded']);
  const waiting = award(two, [{ userId: 'user_new', key: 'chat:1', at: '10:00:00' }]);
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await waiting).toEqual(['duplicate']);
});

it('refuses an award whose configuration is saved while it waits for the community', async () => {
  await one.query('begin');
  await one.query(`select from public.communities where id = 'biz_race' for no key update`);
  const waiting = award(two, [{ userId: 'user_ana', key: 'chat:1', at: '10:00:00' }]);
  const refused = expect(waiting).rejects.toMatchObject({ code: 'W5001' });
  await database.someoneWaits(observer);
  await one.query('update public.xp_configurations set chat_xp = 30, version = version + 1');
  await one.query('commit');
  await refused;
  const { rows } = await observer.query(`select xp::int from public.users where id = 'user_ana'`);
  expect(rows).toEqual([{ xp: 15 }]);
});

it('unlocks a reward that is created while the level-up waits, exactly once', async () => {
  const climb = Array.from({ length: 6 }, (_, index) => ({
    userId: 'user_ana',
    key: `chat:${index}`,
    at: `1${index}:00:00`,
  }));
  await one.query('begin');
  await one.query('select public.create_reward($1)', [
    JSON.stringify({ communityId: 'biz_race', levelRequirement: 1, type: 'badge', name: 'Regular' }),
  ]);
  const waiting = award(two, climb);
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await waiting).toEqual(Array(6).fill('awarded'));
  const { rows } = await observer.query('select user_id, state from public.user_rewards');
  expect(rows).toEqual([{ user_id: 'user_ana', state: 'unlocked' }]);
});

it('never waits in a circle when two sessions name the same members in opposite order', async () => {
  const members = Array.from({ length: 40 }, (_, index) => `user_${index}`);
  for (let round = 0; round < 20; round++) {
    const calls = (names: string[], from: string) =>
      names.map((userId) => ({ userId, key: `chat:${round}:${from}:${userId}`, at: '11:00:00' }));
    // 40P01 (deadlock detected) would reject one of them.
    const [a, b] = await Promise.all([
      award(one, calls(members, 'one')),
      award(two, calls(members.toReversed(), 'two')),
    ]);
    if (round === 0) expect([...a, ...b].filter((outcome) => outcome === 'awarded')).toHaveLength(40);
  }
});

it('orders versions like commits', async () => {
  const versions: number[] = [];
  await observer.query('listen wee5');
  observer.on('notification', ({ payload }) => {
    const { event, payload: said } = JSON.parse(payload ?? '') as {
      event: string;
      payload: { version: number };
    };
    if (event === 'community.changed') versions.push(said.version);
  });
  const many = async (session: pg.Client, name: string) => {
    for (let index = 0; index < 30; index++) {
      await award(session, [
        { userId: `user_${name}_${index}`, key: `chat:${name}:${index}`, at: '12:00:00' },
      ]);
    }
  };
  await Promise.all([many(one, 'one'), many(two, 'two')]);
  await observer.query('select 1');
  expect(versions).toHaveLength(60);
  expect(versions).toEqual(versions.toSorted((a, b) => a - b));
  expect(new Set(versions).size).toBe(60);
});
