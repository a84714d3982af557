import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixture } from '../support/fixtures.ts';
import { communityId, startTestServer, type TestServer } from '../support/test-server.ts';

const community = `/api/v1/communities/${communityId}`;
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.deliver(fixture('chat-message'));
});
afterAll(() => server.stop());

it.each([community, '/api/v1/communities/biz_other', '/api/v1/communities/%00', '/api/v1/nothing'])(
  'lets any page read the answer of %s, without cookies',
  async (path) => {
    const { headers } = await server.read(path, { headers: { origin: 'https://page.example' } });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')).toBe(
      'ETag, X-Request-Id, Retry-After, RateLimit, RateLimit-Policy',
    );
    expect(headers.has('access-control-allow-credentials')).toBe(false);
  },
);

it('tells a preflight which headers and methods a page may send', async () => {
  const asked = {
    origin: 'https://page.example',
    'access-control-request-method': 'GET',
    'access-control-request-headers': 'authorization, if-none-match',
  };
  const { status, headers, body } = await server.read(`${community}/leaderboard`, {
    method: 'OPTIONS',
    headers: asked,
  });
  expect([status, body]).toEqual([204, undefined]);
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD');
  expect(headers.get('access-control-allow-headers')).toBe(
    'authorization, x-wee5-key, x-whop-user-token, if-match, if-none-match, last-event-id, content-type',
  );
});

it.each([
  [community, 'GET, HEAD'],
  [`${community}/leaderboard`, 'GET, HEAD'],
  [`${community}/members`, 'GET, HEAD'],
  [`${community}/members/me`, 'GET, HEAD, PATCH, DELETE'],
  [`${community}/members/user_1`, 'GET, HEAD, PATCH, DELETE'],
  [`${community}/members/user_1/card.svg`, 'GET, HEAD'],
  [`${community}/members/user_1/card.png`, 'GET, HEAD'],
  ['/api/oembed', 'GET, HEAD'],
  [`${community}/members/user_1/xp`, 'POST'],
  [`${community}/rewards`, 'GET, HEAD, POST'],
  [`${community}/rewards/some`, 'PATCH, DELETE'],
  [`${community}/rewards/some/claim`, 'POST'],
  [`${community}/live`, 'GET, HEAD'],
  [`${community}/keys`, 'GET, HEAD, POST'],
  [`${community}/keys/some`, 'DELETE'],
  [`${community}/config`, 'GET, HEAD, PUT'],
  [`${community}/config/rollback`, 'POST'],
  ['/api/v1/sessions', 'POST'],
])('tells a preflight of %s that it takes %s', async (path, methods) => {
  const { status, headers } = await server.read(path, { method: 'OPTIONS' });
  expect(status).toBe(204);
  expect(headers.get('access-control-allow-methods')).toBe(methods);
  expect(headers.get('allow')).toBe(methods);
});

it('lets a page that asks for what is not there read that it is not there', async () => {
  const { status, headers } = await server.read('/api/v1/nothing', { method: 'OPTIONS' });
  expect(status).toBe(204);
  expect(headers.get('access-control-allow-headers')).toContain('authorization');
  expect(headers.has('access-control-allow-methods')).toBe(false);
});

it('asks nobody who sends a preflight for an identity', async () => {
  const headers = { authorization: 'Bearer x', 'x-wee5-key': 'pk_x' };
  expect((await server.read(community, { method: 'OPTIONS', headers })).status).toBe(204);
});

it('keeps pages away from the webhook', async () => {
  const { headers } = await server.read('/api/webhook', { method: 'OPTIONS' });
  expect(headers.has('access-control-allow-origin')).toBe(false);
});
