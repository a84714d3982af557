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
  await award(one, [
    { userId: 'user_ana', key: 'chat:ana', at: '08:00:00' },
    { userId: 'user_ben', key: 'chat:ben', at: '08:00:00' },
  ]);
});
afterEach(() => database.drop());

async function save(session: pg.Client, at: string, displayName: string, userIds = ['user_ana']) {
  const profiles = userIds.map((userId) => ({
    communityId: 'biz_race',
    userId,
    username: null,
    displayName,
    avatarUrl: null,
    fetchedAt: `2026-11-20T${at}Z`,
  }));
  const { rows } = await session.query<{ saved: number }>('select public.save_profiles($1) as saved', [
    JSON.stringify(profiles),
  ]);
  return rows[0]?.saved;
}

async function nameOf(userId: string) {
  const { rows } = await one.query<{ display_name: string | null }>(
    'select display_name from public.users where id = $1',
    [userId],
  );
  return rows[0]?.display_name;
}

it('leaves a newer profile that another session commits while it waits', async () => {
  await one.query('begin');
  expect(await save(one, '12:00:00', 'New')).toBe(1);
  const waiting = save(two, '11:00:00', 'Old');
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await waiting).toBe(0);
  expect(await nameOf('user_ana')).toBe('New');
});

it('leaves the name of a newer event that another session books while it waits', async () => {
  await one.query('begin');
  await one.query(
    `update public.users set display_name = 'New', named_at = '2026-11-20T12:00:00Z' where id = 'user_ana'`,
  );
  const waiting = save(two, '11:00:00', 'Old');
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await waiting).toBe(0);
  expect(await nameOf('user_ana')).toBe('New');
});

it('never waits in a circle with another session that saves and awards the same members', async () => {
  const members = ['user_ben', 'user_ana'];
  for (let n = 0; n < 20; n++) {
    const at = `12:${String(n).padStart(2, '0')}:00`;
    const chats = members.map((userId) => ({ userId, key: `chat:${userId}:${n}`, at }));
    const all = [
      save(one, at, `One ${n}`, members),
      save(two, at, `Two ${n}`, members.toReversed()),
      award(observer, chats),
    ];
    await expect(Promise.all(all)).resolves.toHaveLength(3);
  }
});
