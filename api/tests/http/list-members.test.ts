import { memberEntrySchema, membersSchema, type MemberEntry, type Members } from '@wee5/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { send } from '../support/creator-requests.ts';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';

const communityId = 'biz_1';
const path = `/api/v1/communities/${communityId}/members`;
let server: IdentityServer;
let creator: Record<string, string>;
beforeAll(async () => {
  server = await startIdentityServer();
  await server.addCommunity(communityId, 'public');
  creator = await server.member({ communityId, userId: 'user_boss', access: 'admin' });
  const { functions } = server.context;
  for (const [userId, set] of Object.entries({ ana: 30, ben: 20, cem: 20, dee: 0, eve: 40 })) {
    const wish = { set, reason: 'moved', by: 'user_boss' };
    await functions.adjustXp({ communityId, userId }, wish, '2026-11-20T18:00:00Z');
  }
  await functions.updateMe({ communityId, userId: 'ben' }, { visibility: 'hidden', pseudonym: 'Night Owl' });
});
afterAll(() => server.stop());

const list = async (query = '') => {
  const { status, body } = await server.read<Members>(path + query, { headers: creator });
  expect([status, membersSchema.parse(body)]).toEqual([200, body]);
  return body;
};
const exclude = (userId: string, body: unknown) =>
  send<MemberEntry>(server, { method: 'PATCH', path: `${path}/${userId}`, headers: creator, body });

it('shows everybody, most XP first, page by page', async () => {
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Members = await list(`?limit=2${cursor && `&cursor=${cursor}`}`);
    expect(page.total).toBe(5);
    seen.push(...page.members.map(({ userId, rank }) => `${rank} ${userId}`));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(['1 eve', '2 ana', '3 ben', '3 cem', 'null dee']);
});

it('finds by name and by id', async () => {
  expect((await list('?query=oWL')).members).toMatchObject([{ userId: 'ben', visibility: 'hidden' }]);
  expect((await list('?query=cem')).members).toMatchObject([{ userId: 'cem' }]);
  expect(await list('?query=ce')).toEqual({ members: [], total: 0, nextCursor: null });
});

it('shows who is excluded, and that they are', async () => {
  const { status, body } = await exclude('eve', { excluded: true });
  expect([status, memberEntrySchema.parse(body)]).toEqual([200, body]);
  expect(body).toMatchObject({ userId: 'eve', excluded: true, rank: null });
  expect((await list('?excluded=true')).members).toEqual([body]);
  expect((await list('?excluded=false')).members[0]).toMatchObject({ userId: 'ana', rank: 1 });
  expect((await exclude('eve', { excluded: false })).body).toMatchObject({ excluded: false, rank: 1 });
});

it('excludes nobody who is not there, and nobody by a word that says nothing', async () => {
  expect(await exclude('nobody', { excluded: true })).toMatchObject({
    status: 404,
    body: { code: 'unknown-member' },
  });
  for (const body of [{}, { excluded: 'yes' }, { excluded: true, xp: 1 }]) {
    expect(await exclude('ana', body)).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
  }
});

it.each([
  ['limit=0', 'limit'],
  ['limit=101', 'limit'],
  ['excluded=maybe', 'excluded'],
  ['query=', 'query'],
  ['query=a%00b', 'query'],
  ['cursor=nonsense', 'cursor'],
  [`cursor=${Buffer.from('[1.5,"a"]').toString('base64url')}`, 'cursor'],
  [`cursor=${Buffer.from('[1,"a\\u0000"]').toString('base64url')}`, 'cursor'],
])('refuses %s', async (query, wrong) => {
  const answer = await send(server, { method: 'GET', path: `${path}?${query}`, headers: creator });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: wrong }] } });
});
