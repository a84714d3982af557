import {
  communityActivitySchema,
  memberActivitySchema,
  type CommunityActivity,
  type MemberActivity,
} from '@wee5/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { award, everybody, statusesOf, type Who } from '../support/everybody.ts';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';

const communityId = 'biz_activity';
const community = `/api/v1/communities/${communityId}`;

let server: IdentityServer;
let everyone: Record<Who, Record<string, string>>;
beforeAll(async () => {
  server = await startIdentityServer();
  await server.addCommunity(communityId, 'public');
  everyone = await everybody(server, communityId);
  server.whop.access.set(`user_ana@${communityId}`, 'customer');
  await award(server, communityId, { user_ana: [15, 15, 15, 15, 15], user_ben: [20, 20] });
});
afterAll(() => server.stop());

const mine = (query = '', headers = everyone['a member']) =>
  server.read<MemberActivity>(`${community}/members/me/activity${query}`, { headers });
const all = (query = '') =>
  server.read<CommunityActivity>(`${community}/activity${query}`, { headers: everyone['a server'] });

it('tells a member what their XP are made of, newest first and in words', async () => {
  const { status, body } = await mine();
  expect(status).toBe(200);
  expect(memberActivitySchema.parse(body)).toEqual(body);
  expect(body.entries.map(({ at }) => at)).toEqual(
    [4, 3, 2, 1, 0].map((minute) => `2026-11-20T10:0${minute}:00.000Z`),
  );
  expect(body.entries[0]).toMatchObject({ type: 'chat', xp: 15, refusal: null, summary: '+15: chat' });
  expect(body.nextCursor).toBeNull();
});

it('tells nothing that is somebody else’s business: no key, no fact, no other member', async () => {
  for (const { body } of [await mine(), await all()]) {
    expect(JSON.stringify(body)).not.toMatch(/"key"|"facts"|"length"|counterpart|chat:user/);
  }
});

it('pages over everything once, also where entries share a moment', async () => {
  const seen: string[] = [];
  let cursor: string | null = '';
  for (let pages = 0; cursor !== null; pages++) {
    expect(pages).toBeLessThan(8);
    const { body }: Awaited<ReturnType<typeof all>> = await all(`?limit=1${cursor && `&cursor=${cursor}`}`);
    seen.push(...body.entries.map(({ userId, at }) => `${userId} ${at}`));
    cursor = body.nextCursor;
  }
  expect(seen).toHaveLength(7);
  expect(new Set(seen).size).toBe(7);
});

it('is the same page for who has it already', async () => {
  const { headers } = await mine();
  const etag = headers.get('etag') ?? '';
  expect(headers.get('cache-control')).toBe('private, no-cache');
  expect(await mine('', { ...everyone['a member'], 'if-none-match': etag })).toMatchObject({ status: 304 });
});

it('opens one’s own inside Whop as well', async () => {
  const { status, body } = await mine('', await server.insideWhop('user_ana'));
  expect([status, body.entries.length]).toEqual([200, 5]);
});

it('shows the creator everybody’s, or one member’s, or one type', async () => {
  const { body, headers } = await all();
  expect(communityActivitySchema.parse(body)).toEqual(body);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(body.entries).toHaveLength(7);
  expect(body.entries[0]).toMatchObject({ userId: 'user_ana', displayName: 'ana', summary: '+15: chat' });
  expect((await all('?userId=user_ben')).body.entries).toHaveLength(2);
  expect((await all('?type=reply')).body.entries).toEqual([]);
  expect((await all('?userId=user_ben&type=chat')).body.entries).toHaveLength(2);
});

it('is for the member, and everybody’s for the creator alone', async () => {
  expect(await statusesOf(server, everyone, `${community}/members/me/activity`)).toEqual({
    nobody: 401,
    'a page': 403,
    'a member': 200,
    'an admin': 200,
    'the owner': 200,
    'a server': 403,
  });
  expect(await statusesOf(server, everyone, `${community}/activity`)).toEqual({
    nobody: 401,
    'a page': 403,
    'a member': 403,
    'an admin': 200,
    'the owner': 200,
    'a server': 200,
  });
});

const word = (position: unknown) => Buffer.from(JSON.stringify(position)).toString('base64url');
it.each([
  ['no JSON', 'abc'],
  ['a place on a board', word([1, '2026-11-20T10:00:00.000000Z', 'user_ana'])],
  ['no time', word(['yesterday', '0b3a7d52-1c1f-4b0a-9d53-6f1f0c3e8a11'])],
  ['a year no database holds', word(['0000-01-01T10:00:00.000000Z', '0b3a7d52-1c1f-4b0a-9d53-6f1f0c3e8a11'])],
  ['no id', word(['2026-11-20T10:00:00.000000Z', 'user_ana'])],
])('takes no cursor that is %s', async (_, cursor) => {
  for (const answer of [await mine(`?cursor=${cursor}`), await all(`?cursor=${cursor}`)]) {
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'validation-failed', errors: [{ path: 'cursor' }] },
    });
  }
});

it.each(['limit=0', 'limit=101', 'limit=x', 'type=nothing', 'userId='])('refuses %s', async (query) => {
  expect(await all(`?${query}`)).toMatchObject({
    status: 400,
    body: { code: 'validation-failed', errors: [{ path: query.split('=')[0] }] },
  });
});

it('is empty for who did nothing yet', async () => {
  const headers = await server.member({ communityId, userId: 'user_new' });
  expect((await mine('', headers)).body).toMatchObject({ entries: [], nextCursor: null });
});
