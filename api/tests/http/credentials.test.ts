import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageOrigin, startIdentityServer, type IdentityServer } from '../support/identity-server.ts';

const path = '/api/v1/communities/biz_1';
let server: IdentityServer;
let pk: string;
let sk: string;
let otherPk: string;
let member: Record<string, string>;
beforeAll(async () => {
  server = await startIdentityServer();
  await server.addCommunity('biz_1', 'public');
  await server.addCommunity('biz_2', 'public');
  server.whop.access.set('user_1@biz_1', 'customer');
  [{ key: pk }, { key: sk }, { key: otherPk }] = await Promise.all([
    server.addKey('biz_1', 'publishable'),
    server.addKey('biz_1', 'secret'),
    server.addKey('biz_2', 'publishable'),
  ]);
  member = await server.member({ communityId: 'biz_1', userId: 'user_1' });
});
afterAll(() => server.stop());

const read = (headers: Record<string, string> = {}, query = '') => server.read(path + query, { headers });
const origin = { origin: pageOrigin };

describe('a publishable key', () => {
  it.each([
    ['the page’s origin', origin],
    ['the address the page was at, where there is no origin', { referer: `${pageOrigin}/board?x=1` }],
  ])('is taken with %s, from a header or the address', async (_what, from) => {
    expect(await read({ 'x-wee5-key': pk, ...from })).toMatchObject({ status: 200 });
    expect(await read({ ...from }, `?key=${pk}`)).toMatchObject({ status: 200 });
    expect(await read({ 'x-wee5-key': pk, ...from }, `?key=${pk}`)).toMatchObject({ status: 200 });
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }, 'https://evil.example'],
    ['another origin than its address says', { origin: 'https://evil.example', referer: pageOrigin }, 'evil'],
    ['another port', { origin: `${pageOrigin}:8443` }, `${pageOrigin}:8443`],
    ['another scheme', { origin: 'http://page.example' }, 'http://page.example'],
    ['an origin that begins the same', { origin: `${pageOrigin}.evil.example` }, '.evil.example'],
    [
      'an address elsewhere',
      { referer: 'https://evil.example/?https://page.example' },
      'https://evil.example',
    ],
    ['a page without an origin', { origin: 'null' }, 'null'],
    ['an address that is none', { referer: 'page.example' }, 'no Origin or Referer'],
    ['nothing that says where it is', {}, 'no Origin or Referer'],
  ])('is refused with %s', async (_what, from, told) => {
    const answer = await read({ 'x-wee5-key': pk, ...from });
    expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(answer.body.detail).toContain(told);
  });

  it('does not make its page wait for somebody’s else’s copy', async () => {
    const { headers } = await read({ 'x-wee5-key': pk, ...origin });
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(headers.get('vary')).toBe('Authorization, X-Wee5-Key, X-Whop-User-Token, Origin, Referer');
    const streamed = await read(origin, `?key=${pk}`);
    expect(streamed.headers.get('vary')).toContain('Origin, Referer');
  });
});

describe('what is shown in the wrong place', () => {
  it.each<[string, () => Promise<{ status: number; body: { code: string; detail: string } }>, RegExp]>([
    ['a secret key in X-Wee5-Key', () => read({ 'x-wee5-key': sk }), /revoke it and make another/],
    ['a secret key in the address', () => read({}, `?key=${sk}`), /revoke it and make another/],
    ['a member token in the address', () => read({}, `?key=${tokenOf(member)}`), /take one publishable key/],
    [
      'a publishable key as a token',
      () => read({ authorization: `Bearer ${pk}`, ...origin }),
      /goes into X-Wee5-Key/,
    ],
    ['a token without Bearer', () => read({ authorization: tokenOf(member) }), /send `Bearer`/],
    ['a password', () => read({ authorization: 'Basic dXNlcjpwYXNz' }), /send `Bearer`/],
    ['two keys in the address', () => read(origin, `?key=${pk}&key=${pk}`), /one publishable key/],
    ['nothing under the name of a key', () => read(origin, '?key='), /one publishable key/],
    [
      'a Whop token as a member token',
      async () => read({ authorization: `Bearer ${await whopToken()}` }),
      /another session/,
    ],
  ])('is refused, with advice: %s', async (_what, ask, advice) => {
    const { status, body } = await ask();
    expect({ status, code: body.code }).toEqual({ status: 401, code: 'unauthenticated' });
    expect(body.detail).toMatch(advice);
    for (const secret of [sk, pk, tokenOf(member)]) expect(body.detail).not.toContain(secret);
  });
});

it.each<[string, Record<string, string>, string]>([
  ['a token that nobody made', { authorization: 'Bearer ey.x.y' }, ''],
  ['a secret key that nobody made', { authorization: 'Bearer sk_1' }, ''],
  ['a key that nobody made', { 'x-wee5-key': 'pk_1' }, ''],
  ['a key in the address that nobody made', {}, '?key=pk_1'],
])('does not pretend to understand %s', async (_what, headers, query) => {
  const answer = await read({ ...headers, ...origin }, query);
  expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  expect(answer.body.detail).toMatch(/leave it out to read what is public/i);
});

describe('two identities at once', () => {
  it('are one where they say the same', async () => {
    const inside = await server.insideWhop('user_1');
    for (const headers of [
      { ...member, ...inside },
      { ...member, 'x-wee5-key': pk, ...origin },
      { ...inside, 'x-wee5-key': pk, ...origin },
      { ...member, ...inside, 'x-wee5-key': pk, ...origin },
    ]) {
      const me = await server.read<{ userId: string }>(`${path}/members/me`, { headers });
      expect(me).toMatchObject({ status: 200, body: { userId: 'user_1' } });
    }
  });

  it.each<[string, () => Promise<Record<string, string>>, number]>([
    ['two users', async () => ({ ...member, ...(await server.insideWhop('user_2')) }), 401],
    [
      'a member and a Whop token that cannot be read',
      async () => ({ ...member, 'x-whop-user-token': 'x' }),
      401,
    ],
    [
      'a member and a key of two communities',
      async () => ({ ...member, 'x-wee5-key': otherPk, ...origin }),
      401,
    ],
    [
      'a server and a page',
      async () => ({ authorization: `Bearer ${sk}`, 'x-wee5-key': pk, ...origin }),
      401,
    ],
    [
      'a server and a user',
      async () => ({ authorization: `Bearer ${sk}`, ...(await server.insideWhop('user_1')) }),
      401,
    ],
    [
      'a member on a page the key is not for',
      async () => ({ ...member, 'x-wee5-key': pk, origin: 'https://x.example' }),
      403,
    ],
    ['a member and an unknown key', async () => ({ ...member, 'x-wee5-key': `${pk}x`, ...origin }), 401],
    [
      'a key and an unknown member',
      async () => ({ authorization: 'Bearer x', 'x-wee5-key': pk, ...origin }),
      401,
    ],
    [
      'a user and a page of another community',
      async () => ({ ...(await server.insideWhop('user_1')), 'x-wee5-key': otherPk, ...origin }),
      403,
    ],
  ])('are refused where they are %s', async (_what, headers, status) => {
    expect(await read(await headers())).toMatchObject({ status });
  });
});

it('does not take Whop’s tokens where there is no Whop app', async () => {
  const plain = await startIdentityServer({ environment: { WHOP_APP_ID: '' } });
  await plain.addCommunity('biz_1', 'public');
  const answer = await plain.read(path, { headers: await plain.insideWhop('user_1') });
  expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  expect(answer.body.detail).toContain('WHOP_APP_ID');
  await plain.stop();
});

it('is told at once when a key is revoked', async () => {
  const { key, keyId } = await server.addKey('biz_1', 'secret');
  const headers = { authorization: `Bearer ${key}` };
  expect(await read(headers)).toMatchObject({ status: 200 });
  await server.context.identities.keys.revoke('biz_1', keyId);
  expect(await read(headers)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
});

function tokenOf(headers: Record<string, string>): string {
  return headers['authorization']?.replace('Bearer ', '') ?? '';
}

async function whopToken(): Promise<string> {
  return (await server.insideWhop('user_1'))['x-whop-user-token'] ?? '';
}
