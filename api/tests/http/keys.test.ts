import {
  apiKeysSchema,
  createdApiKeySchema,
  type ApiKey,
  type ApiKeys,
  type CreatedApiKey,
} from '@wee5/contract';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';
import { payloadTime } from '../support/test-server.ts';

let server: IdentityServer;
let keys = '';
let owner: Record<string, string>;
let tests = 0;
beforeAll(async () => {
  server = await startIdentityServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  const communityId = `biz_${(tests += 1)}`;
  keys = `/api/v1/communities/${communityId}/keys`;
  await server.addCommunity(communityId, 'public');
  owner = await server.member({ communityId, userId: 'user_owner', access: 'admin', isOwner: true });
});

const create = (body: object, headers = owner) =>
  server.read<CreatedApiKey>(keys, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const list = async () => (await server.read<ApiKeys>(keys, { headers: owner })).body;
const revoke = (keyId: string, headers = owner) =>
  server.read<ApiKey>(`${keys}/${keyId}`, { method: 'DELETE', headers });

it('is made by the owner, told once, and works from then on', async () => {
  const wanted = { kind: 'publishable', label: 'shop', allowedOrigins: ['https://shop.example'] };
  const { status, headers, body } = await create(wanted);
  expect(status).toBe(201);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(createdApiKeySchema.parse(body)).toEqual(body);
  expect(body).toMatchObject({ ...wanted, communityId: `biz_${tests}`, lastUsedAt: null, revokedAt: null });
  expect(body.key).toMatch(/^pk_[\w-]{49}$/);

  const page = { 'x-wee5-key': body.key, origin: 'https://shop.example' };
  expect(await server.read(`/api/v1/communities/biz_${tests}`, { headers: page })).toMatchObject({
    status: 200,
  });
  await server.context.identities.drain();
  const listed = await list();
  expect(apiKeysSchema.parse(listed)).toEqual(listed);
  const { key: _once, communityId: _own, ...rest } = body;
  expect(listed.keys).toEqual([{ ...rest, lastUsedAt: '2026-11-20T18:06:00.000Z' }]);
});

it('ends when it is revoked, once and for all', async () => {
  const { body } = await create({ kind: 'secret' });
  const headers = { authorization: `Bearer ${body.key}` };
  const community = `/api/v1/communities/biz_${tests}`;
  expect(await server.read(community, { headers })).toMatchObject({ status: 200 });
  const revoked = await revoke(body.keyId);
  expect(revoked).toMatchObject({
    status: 200,
    body: { keyId: body.keyId, revokedAt: payloadTime.toISOString() },
  });
  expect(JSON.stringify(revoked.body)).not.toContain('sk_');
  expect(await server.read(community, { headers })).toMatchObject({
    status: 401,
    body: { code: 'unauthenticated' },
  });
  expect(await revoke(body.keyId)).toMatchObject({ status: 200 });
  expect((await list()).keys).toMatchObject([{ keyId: body.keyId, revokedAt: payloadTime.toISOString() }]);
});

it.each<[string, object, string]>([
  ['no kind', {}, 'kind'],
  ['a kind there is not', { kind: 'admin' }, 'kind'],
  ['a page’s key without a page', { kind: 'publishable', allowedOrigins: [] }, 'allowedOrigins'],
  [
    'an origin with a path',
    { kind: 'publishable', allowedOrigins: ['https://x.example/'] },
    'allowedOrigins.0',
  ],
  ['every origin', { kind: 'publishable', allowedOrigins: ['*'] }, 'allowedOrigins.0'],
  ['an empty label', { kind: 'secret', label: '' }, 'label'],
])('is not made with %s', async (_what, body, path) => {
  const answer = await create(body);
  expect(answer).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
  expect(answer.body.errors?.map((error) => error.path)).toEqual([path]);
  expect((await list()).keys).toEqual([]);
});

it('is none of a moderator’s, a member’s, a page’s or a server’s business', async () => {
  const communityId = `biz_${tests}`;
  const { body: own } = await create({ kind: 'secret' });
  server.whop.access.set(`user_owner@${communityId}`, 'admin');
  server.whop.owners.set(communityId, 'user_owner');
  const others = [
    await server.member({ communityId, userId: 'user_owner', access: 'admin' }),
    await server.member({ communityId, userId: 'user_owner' }),
    await server.insideWhop('user_owner'),
    { authorization: `Bearer ${own.key}` },
  ];
  for (const headers of others) {
    for (const answer of [await create({ kind: 'secret' }, headers), await revoke(own.keyId, headers)]) {
      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      expect(answer.body.detail).toContain('only the owner of the company on Whop');
    }
  }
  expect(await create({ kind: 'secret' }, {})).toMatchObject({
    status: 401,
    body: { code: 'unauthenticated' },
  });
  expect((await list()).keys).toMatchObject([{ keyId: own.keyId, revokedAt: null }]);
});

it.each(['00000000-0000-4000-8000-000000000000', 'not-a-uuid', '%00'])(
  'is not there under the id %s',
  async (id) => {
    const answer = await revoke(id);
    expect([answer.status, answer.body.code]).toEqual(
      id === '%00' ? [400, 'validation-failed'] : [404, 'not-found'],
    );
  },
);
