import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';

const json = { 'content-type': 'application/json' };
let server: IdentityServer;
let addresses: [string, Record<string, string>][];
beforeAll(async () => {
  server = await startIdentityServer();
  await server.addCommunity('biz_1', 'public');
  const { key } = await server.addKey('biz_1', 'secret');
  const owner = await server.member({
    communityId: 'biz_1',
    userId: 'user_1',
    access: 'admin',
    isOwner: true,
  });
  addresses = [
    ['/api/v1/sessions', { authorization: `Bearer ${key}` }],
    ['/api/v1/communities/biz_1/keys', owner],
  ];
});
afterAll(() => server.stop());

it.each<[string, string | Uint8Array<ArrayBuffer>, Record<string, string>, number, string]>([
  ['no JSON', 'hunter2', json, 400, 'malformed-body'],
  ['a bare word', '"user_1"', json, 400, 'malformed-body'],
  ['no body', '', json, 400, 'validation-failed'],
  ['another type', 'userId=user_1', { 'content-type': 'text/plain' }, 415, 'unsupported-media-type'],
  [
    'a form',
    'userId=user_1',
    { 'content-type': 'application/x-www-form-urlencoded' },
    415,
    'unsupported-media-type',
  ],
  [
    'another charset',
    '{}',
    { 'content-type': 'application/json; charset=latin1' },
    415,
    'unsupported-media-type',
  ],
  [
    'a packed body',
    new Uint8Array(gzipSync('{}')),
    { ...json, 'content-encoding': 'gzip' },
    415,
    'unsupported-media-type',
  ],
  ['too much', JSON.stringify({ userId: 'x'.repeat(20_000) }), json, 413, 'body-too-large'],
])('refuses %s', async (_what, body, headers, status, code) => {
  for (const [path, identity] of addresses) {
    const init = { method: 'POST', body, headers: { ...identity, ...headers } };
    const answer = await server.read(path, init);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body.detail).not.toContain('hunter2');
  }
});

it.each([
  ['GET', '/api/v1/sessions', 'POST'],
  ['DELETE', '/api/v1/communities/biz_1/keys', 'GET, HEAD, POST'],
  ['GET', '/api/v1/communities/biz_1/keys/1', 'DELETE'],
  ['POST', '/api/v1/communities/biz_1', 'GET, HEAD'],
])('does not take %s at %s', async (method, path, allow) => {
  const answer = await server.read(path, { method });
  expect(answer).toMatchObject({ status: 405, body: { code: 'method-not-allowed' } });
  expect(answer.headers.get('allow')).toBe(allow);
});
