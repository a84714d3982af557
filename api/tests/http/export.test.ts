import { memberExportSchema, type MemberExport } from '@wee5/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { award, everybody, statusesOf, type Who } from '../support/everybody.ts';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';
import { payloadTime } from '../support/test-server.ts';

const communityId = 'biz_export';
const community = `/api/v1/communities/${communityId}`;

let server: IdentityServer;
let everyone: Record<Who, Record<string, string>>;
beforeAll(async () => {
  server = await startIdentityServer();
  await server.addCommunity(communityId, 'private');
  everyone = await everybody(server, communityId);
  await server.context.functions.createReward({
    communityId,
    levelRequirement: 0,
    type: 'badge',
    name: 'Here',
  });
  await award(server, communityId, { user_ana: [15, 20], user_ben: [5] });
  await server.pglite.query(
    `insert into memberships (community_id, id, user_id, product_id, active, activated_at, changed_at)
     values ($1, 'mem_1', 'user_ana', 'prod_1', true, '2026-11-01T00:00:00Z', now())`,
    [communityId],
  );
  await server.pglite.query(
    `insert into flags (community_id, kind, user_ids, day, evidence, found_at)
     values ($1, 'reciprocal', array['user_ana', 'user_ben'], '2026-11-20', '{"user_ben": 5}', now())`,
    [communityId],
  );
});
afterAll(() => server.stop());

const read = (whom: string, who: Who) =>
  server.read<MemberExport>(`${community}/members/${whom}/export`, { headers: everyone[who] });

it('holds everything that is kept about the member', async () => {
  const { status, headers, body } = await read('me', 'a member');
  expect(status).toBe(200);
  expect(headers.get('content-disposition')).toBe('attachment; filename="wee5-member.json"');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(memberExportSchema.parse(body)).toEqual(body);
  expect(body).toMatchObject({
    communityId,
    exportedAt: payloadTime.toISOString(),
    profile: { userId: 'user_ana', displayName: 'ana' },
    settings: { visibility: 'public', pseudonym: null, announcements: true },
    totals: { xp: 35, peakXp: 35, excluded: false },
    streakDays: ['2026-11-20'],
    rewards: [{ name: 'Here', state: 'unlocked' }],
    memberships: [{ membershipId: 'mem_1', productId: 'prod_1', active: true }],
    flags: [{ kind: 'reciprocal', day: '2026-11-20' }],
  });
  expect(body.periods.map(({ kind, startsOn, xp }) => [kind, startsOn, xp])).toEqual([
    ['day', '2026-11-20', 35],
    ['month', '2026-11-01', 35],
    ['week', '2026-11-16', 35],
  ]);
  expect(body.log).toMatchObject([
    { type: 'chat', xp: 20, summary: '+20: chat', facts: { length: 12 }, receipt: { base: 20 } },
    { type: 'chat', xp: 15 },
  ]);
});

it('names no other member', async () => {
  expect(JSON.stringify((await read('me', 'a member')).body)).not.toContain('user_ben');
});

it('has a log of any length, whole and in order', async () => {
  await award(server, communityId, { user_long: Array.from({ length: 1203 }, () => 0) });
  const { body } = await read('user_long', 'a server');
  expect(body.log).toHaveLength(1203);
  expect(new Set(body.log.map(({ activityId }) => activityId)).size).toBe(1203);
  const times = body.log.map(({ at }) => at);
  expect(times).toEqual(times.toSorted().toReversed());
});

it('is cut off where the database fails on the way, rather than taken for whole', async () => {
  const { functions } = server.context;
  const getLogExport = functions.getLogExport.bind(functions);
  let pages = 0;
  functions.getLogExport = (query) =>
    (pages += 1) > 1 ? Promise.reject(new Error('gone')) : getLogExport({ ...query, limit: 1 });
  try {
    await expect(read('user_ana', 'a server')).rejects.toThrow(/terminated|fetch failed/);
  } finally {
    functions.getLogExport = getLogExport;
  }
});

it('is for the member and the creator', async () => {
  const creators = { 'an admin': 200, 'the owner': 200, 'a server': 200 };
  expect(await statusesOf(server, everyone, `${community}/members/user_ana/export`)).toEqual({
    nobody: 401,
    'a page': 403,
    'a member': 403,
    ...creators,
  });
  // Admins did nothing here yet, so that nothing is kept about them.
  expect(await statusesOf(server, everyone, `${community}/members/me/export`)).toEqual({
    nobody: 401,
    'a page': 403,
    'a member': 200,
    'an admin': 404,
    'the owner': 404,
    'a server': 403,
  });
});
