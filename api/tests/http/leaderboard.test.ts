import { leaderboardSchema, type Leaderboard } from '@wee5/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changed } from '../support/fixtures.ts';
import { communityId, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
const path = `/api/v1/communities/${communityId}/leaderboard`;

beforeAll(async () => {
  server = await startTestServer();
  for (const [index, letter] of ['a', 'b', 'c', 'd', 'e'].entries())
    await chat(`user_${letter}`, index, 'chat-message');
  await chat('user_e', 9, 'chat-reply');
});
afterAll(() => server.stop());

/** One message at `second` seconds past six. */
async function chat(userId: string, second: number, name: string): Promise<void> {
  const body = changed(name, {
    id: `msg_${userId}_${second}`,
    'data.message.id': `post_${userId}_${second}`,
    'data.message.created_at': `2026-11-20T18:00:0${second}.000Z`,
    'data.message.user': { id: userId, username: userId, name: null },
  });
  expect((await server.answerTo(body)).body).toEqual({ status: 'accepted', awards: 1 });
}

async function board(query = ''): Promise<Leaderboard> {
  const { status, body } = await server.read<Leaderboard>(`${path}${query}`);
  expect(status).toBe(200);
  expect(leaderboardSchema.parse(body)).toEqual(body);
  return body;
}

const places = ({ entries }: Leaderboard) => entries.map(({ rank, userId, xp }) => [rank, userId, xp]);

const everyone = [
  [1, 'user_e', 35],
  [2, 'user_a', 15],
  [2, 'user_b', 15],
  [2, 'user_c', 15],
  [2, 'user_d', 15],
];

it('ranks by XP, and inside a tie by who reached it first', async () => {
  const body = await board();
  expect(places(body)).toEqual(everyone);
  expect(body).toMatchObject({
    communityId,
    board: 'top',
    window: { kind: 'all', startsAt: null, endsAt: null },
    total: 5,
    me: null,
    nextCursor: null,
  });
  expect(body.entries[0]).toEqual({
    rank: 1,
    userId: 'user_e',
    username: 'user_e',
    displayName: null,
    avatarUrl: null,
    xp: 35,
    level: 0,
  });
});

it('continues after the last entry of a page, through ties', async () => {
  const first = await board('?limit=2');
  const second = await board(`?limit=2&cursor=${first.nextCursor}`);
  const third = await board(`?limit=2&cursor=${second.nextCursor}`);
  expect([first, second, third].flatMap(places)).toEqual(everyone);
  expect(third.nextCursor).toBeNull();
});

it('shows the page around a member', async () => {
  expect(places(await board('?limit=3&around=user_c'))).toEqual(everyone.slice(2, 5));
});

it.each([
  ['limit=0', 'limit'],
  ['limit=101', 'limit'],
  ['limit=many', 'limit'],
  ['limit=1.5', 'limit'],
  ['limit=', 'limit'],
  ['limit=1&limit=2', 'limit'],
  ['window=year', 'window'],
  ['board=worst', 'board'],
  ['board=climbers&window=day', 'window'],
  ['board=climbers&window=all', 'window'],
  ['at=2026-11-20', 'at'],
  ['board=newcomers&at=2026-11-20', 'at'],
  ['window=week&at=yesterday', 'at'],
  ['window=week&at=2026-02-30', 'at'],
  ['window=week&at=0000-01-01', 'at'],
  ['window=week&at=3000-01-01', 'at'],
  ['window=week&at=2026-11-20T18:00:00', 'at'],
  ['cursor=garbage', 'cursor'],
  ['cursor=', 'cursor'],
  [`cursor=${'x'.repeat(501)}`, 'cursor'],
  ['around=', 'around'],
  [`around=${'x'.repeat(201)}`, 'around'],
  ['around=a%00b', 'around'],
  ['around=user_a&cursor=garbage', 'around'],
])('refuses ?%s and says that %s is wrong', async (query, wrong) => {
  const { status, body } = await server.read(`${path}?${query}`);
  expect(status).toBe(400);
  expect(body).toMatchObject({ code: 'validation-failed', errors: [{ path: wrong }] });
  expect(body.detail).toContain(wrong);
});

it('names every wrong part of a query', async () => {
  const { body } = await server.read(`${path}?limit=0&window=year`);
  expect(body.errors?.map((error) => error.path).toSorted()).toEqual(['limit', 'window']);
});

it('cannot tell who `me` is without a token', async () => {
  expect(await server.read(`${path}?around=me`)).toMatchObject({
    status: 401,
    body: { code: 'unauthenticated' },
  });
});

it('has no page around somebody who is not on it', async () => {
  const answer = await server.read(`${path}?around=user_nobody`);
  expect(answer).toMatchObject({ status: 404, body: { code: 'unknown-member' } });
});

it('is unknown with its community', async () => {
  const answer = await server.read('/api/v1/communities/biz_other/leaderboard');
  expect(answer).toMatchObject({ status: 404, body: { code: 'unknown-community' } });
});
