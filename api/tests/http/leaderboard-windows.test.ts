import { leaderboardSchema, type Leaderboard } from '@wee5/contract';
import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { defaultCacheDir, defaultMigrationsDir } from '../../src/database/paths.ts';
import { PgliteDatabase } from '../../src/database/pglite.ts';
import { createMigratedPglite } from '../../src/database/snapshot.ts';
import { changed } from '../support/fixtures.ts';
import { communityId, startTestServer, type TestServer } from '../support/test-server.ts';

const path = `/api/v1/communities/${communityId}/leaderboard`;
let now = new Date('2026-10-01T12:00:00Z');
let pglite: PGlite;
let server: TestServer;

beforeAll(async () => {
  pglite = await createMigratedPglite({ migrationsDir: defaultMigrationsDir, cacheDir: defaultCacheDir });
  server = await startTestServer({ database: new PgliteDatabase(pglite), now: () => now });
  // The community begins with somebody who is on none of the boards below.
  await chat('user_old', '2026-10-01T11:00:00Z');
  now = new Date('2026-11-13T12:00:00Z');
  await pglite.exec(`update communities set time_zone = 'America/New_York'`);
  await chat('user_a', '2026-11-13T11:01:00Z');
  now = new Date('2026-11-20T18:10:00Z');
  for (const user of ['user_a', 'user_b', 'user_c']) await chat(user, '2026-11-20T18:00:00Z');
  await chat('user_b', '2026-11-20T18:02:00Z');
  await chat('user_c', '2026-11-19T04:30:00Z');
  await pglite.exec(`update users set joined_at = '2026-09-01T00:00:00Z' where id = 'user_a'`);
});
afterAll(() => server.stop());
beforeEach(() => {
  now = new Date('2026-11-20T18:10:00Z');
});

async function chat(userId: string, createdAt: string): Promise<void> {
  const body = changed('chat-message', {
    timestamp: createdAt,
    'data.message.id': `post_${userId}_${createdAt}`,
    'data.message.created_at': createdAt,
    'data.message.user': { id: userId, username: userId, name: null },
  });
  expect((await server.answerTo(body)).body).toEqual({ status: 'accepted', awards: 1 });
}

async function board(query: string): Promise<Leaderboard> {
  const { status, body } = await server.read<Leaderboard>(`${path}?${query}`);
  expect(status).toBe(200);
  expect(leaderboardSchema.parse(body)).toEqual(body);
  return body;
}

const places = ({ entries }: Leaderboard) => entries.map(({ rank, userId, xp }) => [rank, userId, xp]);

it('shows who earned today, this week and this month, by the community’s clock', async () => {
  const today = await board('window=day');
  expect(today).toMatchObject({
    board: 'top',
    window: { kind: 'day', startsAt: '2026-11-20T05:00:00.000Z', endsAt: '2026-11-21T05:00:00.000Z' },
    total: 3,
  });
  expect(places(today)).toEqual([
    [1, 'user_b', 30],
    [2, 'user_a', 15],
    [2, 'user_c', 15],
  ]);
  // The early hours of the 19th in UTC are the 18th there.
  expect(places(await board('window=day&at=2026-11-18'))).toEqual([[1, 'user_c', 15]]);
  expect(places(await board('window=week'))).toEqual([
    [1, 'user_c', 30],
    [1, 'user_b', 30],
    [3, 'user_a', 15],
  ]);
  expect((await board('window=month')).window).toMatchObject({ startsAt: '2026-11-01T04:00:00.000Z' });
});

it('keeps past windows readable, by a day in them or an instant', async () => {
  for (const at of ['2026-11-09', '2026-11-15', '2026-11-13T11:00:00Z', '2026-11-16T04:59:59.999Z']) {
    const past = await board(`window=week&at=${at}`);
    expect(past.window).toEqual({
      kind: 'week',
      startsAt: '2026-11-09T05:00:00.000Z',
      endsAt: '2026-11-16T05:00:00.000Z',
    });
    expect(places(past)).toContainEqual([1, 'user_a', 15]);
  }
  expect((await board('window=week&at=2026-11-16T05:00:00Z')).total).toBe(3);
  expect(await board('window=month&at=2031-02-03')).toMatchObject({
    total: 0,
    entries: [],
    nextCursor: null,
  });
});

it('shows the newcomers of a window: who joined in the 30 days before it ended, or before now', async () => {
  expect(places(await board('board=newcomers&window=day'))).toEqual([
    [1, 'user_b', 30],
    [2, 'user_c', 15],
  ]);
  expect((await board('board=newcomers')).entries.map(({ userId }) => userId)).not.toContain('user_a');
  now = new Date('2027-11-20T18:10:00Z');
  expect((await board('board=newcomers')).total).toBe(0);
  expect((await board('board=newcomers&window=day&at=2026-11-20')).total).toBe(2);
});

it('shows climbers by what they gained on their own last week', async () => {
  const { entries, window } = await board('board=climbers');
  expect(window.kind).toBe('week');
  expect(entries.map(({ rank, userId, xp, gain }) => [rank, userId, xp, gain])).toEqual([
    [1, 'user_c', 30, 30],
    [1, 'user_b', 30, 30],
  ]);
  const before = await board('board=climbers&at=2026-11-13');
  expect(before.entries).toMatchObject([{ userId: 'user_a', xp: 15, gain: 15 }]);
});

it('continues after a page in the window it is of, also once that has ended', async () => {
  const first = await board('window=day&limit=2');
  now = new Date('2026-11-21T18:00:00Z');
  const second = await board(`window=day&limit=2&cursor=${first.nextCursor}`);
  expect([first, second].flatMap(places)).toEqual([
    [1, 'user_b', 30],
    [2, 'user_a', 15],
    [2, 'user_c', 15],
  ]);
  expect(second).toMatchObject({ window: first.window, nextCursor: null });
  expect((await board('window=day')).total).toBe(0);
});

it('refuses the cursor of another board or window, and says of which it is', async () => {
  const { nextCursor } = await board('window=day&limit=1');
  for (const query of ['', 'window=week&', 'board=newcomers&window=day&', 'window=day&at=2026-11-18&']) {
    const { status, body } = await server.read(`${path}?${query}cursor=${nextCursor}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'validation-failed', errors: [{ path: 'cursor' }] });
    expect(body.detail).toContain('the board `top` of window `day` that began at 2026-11-20T05:00:00.000Z');
  }
  const all = await board('limit=1');
  const { body } = await server.read(`${path}?window=day&cursor=${all.nextCursor}`);
  expect(body.detail).toContain('the board `top` of window `all`: ask for the same one');
});

it('shows the page around a member of a window, and none around whoever has no place in it', async () => {
  expect(places(await board('window=day&around=user_c&limit=1'))).toEqual([[2, 'user_c', 15]]);
  const { status, body } = await server.read(`${path}?window=day&around=user_old`);
  expect([status, body.code]).toEqual([404, 'unknown-member']);
});
