import {
  flagsSchema,
  flagSchema,
  integrityChecksSchema,
  type Flag,
  type Flags,
  type IntegrityChecks,
} from '@wee5/contract';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';
import { payloadTime } from '../support/test-server.ts';

let server: IdentityServer;
let community = '';
let admin: Record<string, string>;
let tests = 0;
beforeAll(async () => {
  server = await startIdentityServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  const communityId = `biz_${(tests += 1)}`;
  community = `/api/v1/communities/${communityId}`;
  await server.addCommunity(communityId, 'public');
  admin = await server.member({ communityId, userId: 'user_boss', access: 'admin' });
});

const evidence = { from: '2026-11-13T18:06:00.000Z', given: 12, within: 12, share: 1, members: [] };
async function addFlag(userIds = ['user_ana', 'user_ben']): Promise<string> {
  const { rows } = await server.pglite.query<{ id: string }>(
    `insert into flags (community_id, kind, user_ids, day, evidence, found_at)
     values ($1, 'reciprocal', $2, '2026-11-19', $3, '2026-11-20T03:00:00Z') returning id`,
    [`biz_${tests}`, userIds, JSON.stringify(evidence)],
  );
  return rows[0]?.id ?? '';
}
const flags = (headers = admin) => server.read<Flags>(`${community}/flags`, { headers });
const dismiss = (flagId: string, headers = admin) =>
  server.read<Flag>(`${community}/flags/${flagId}/dismiss`, { method: 'POST', headers });

it('shows the creator the last checks, newest first', async () => {
  const { integrity } = server.context;
  const mismatch = { userId: 'user_ana', what: 'total', stored: 14, fromLog: 15 };
  const good = { checkedAt: '2026-11-19T03:00:00.000Z', ok: true, members: 2, counts: {}, mismatches: [] };
  const bad = {
    ...good,
    checkedAt: '2026-11-20T03:00:00.000Z',
    ok: false,
    counts: { total: 1 },
    mismatches: [mismatch],
  };
  await integrity.saveIntegrityCheck(`biz_${tests}`, good);
  await integrity.saveIntegrityCheck(`biz_${tests}`, bad);
  const { status, headers, body } = await server.read<IntegrityChecks>(`${community}/integrity`, {
    headers: admin,
  });
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(integrityChecksSchema.parse(body)).toEqual({ checks: [bad, good] });
});

it('shows the creator signs of farming, in words and numbers', async () => {
  await addFlag();
  const { status, headers, body } = await flags();
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(flagsSchema.parse(body)).toEqual(body);
  expect(body.flags).toMatchObject([
    {
      kind: 'reciprocal',
      userIds: ['user_ana', 'user_ben'],
      day: '2026-11-19',
      summary: expect.stringContaining('user_ana and user_ben gave 12 of their 12 reactions') as unknown,
      evidence,
      dismissedAt: null,
    },
  ]);
});

it('notes that the creator has looked at one, the first time', async () => {
  const flagId = await addFlag();
  const { key } = await server.addKey(`biz_${tests}`, 'secret');
  const { status, headers, body } = await dismiss(flagId, { authorization: `Bearer ${key}` });
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(flagSchema.parse(body)).toEqual(body);
  expect(body.dismissedAt).toBe(payloadTime.toISOString());
  expect((await dismiss(flagId)).body).toEqual(body);
  const { rows } = await server.pglite.query<{ by: string }>(
    'select dismissed_by as by from flags where id = $1',
    [flagId],
  );
  expect(rows[0]?.by).toMatch(/^key:/);
  expect((await flags()).body.flags).toEqual([body]);
});

it.each(['00000000-0000-4000-8000-000000000000', 'not-a-uuid'])('knows no flag %s', async (flagId) => {
  expect(await dismiss(flagId)).toMatchObject({ status: 404, body: { code: 'unknown-flag' } });
});

it('is no member’s, page’s or stranger’s business', async () => {
  const flagId = await addFlag();
  const communityId = `biz_${tests}`;
  const page = {
    'x-wee5-key': (await server.addKey(communityId, 'publishable')).key,
    origin: 'https://page.example',
  };
  for (const headers of [await server.member({ communityId, userId: 'user_ana' }), page]) {
    for (const answer of [await flags(headers), await dismiss(flagId, headers)]) {
      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
    expect(await server.read(`${community}/integrity`, { headers })).toMatchObject({ status: 403 });
  }
  for (const path of ['integrity', 'flags']) {
    expect(await server.read(`${community}/${path}`)).toMatchObject({ status: 401 });
  }
  expect((await flags()).body.flags).toMatchObject([{ dismissedAt: null }]);
});
