import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixture } from '../support/fixtures.ts';
import { head, openRaw } from '../support/raw-http.ts';
import { communityId, startTestServer, type TestServer } from '../support/test-server.ts';

const community = `/api/v1/communities/${communityId}`;
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.deliver(fixture('chat-message'));
});
afterAll(() => server.stop());

it.each([
  '/',
  '/api',
  '/api/v1',
  '/api/v2/communities/x',
  `${community}/nothing`,
  '/api/webhook/x',
  '/widgets/v1/nothing.js',
  '/widgets/v1/',
  '/API/WEBHOOK',
])('finds nothing at %s', async (path) => {
  const answer = await server.read(path);
  expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
});

it.each([community, `${community}/leaderboard`, '/healthz', '/readyz'])(
  'takes GET and HEAD at %s, and says so to others',
  async (path) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await server.read(path, { method });
      expect(answer).toMatchObject({ status: 405, body: { code: 'method-not-allowed' } });
      expect(answer.headers.get('allow')).toBe('GET, HEAD');
    }
    const answer = await fetch(`${server.url}${path}`, { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    const options = await server.read(path, { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD']);
  },
);

it.each(['/widgets/v1/wee5.js', '/widgets/v1/nothing.js'])('takes only GET and HEAD at %s', async (path) => {
  const answer = await server.read(path, { method: 'POST' });
  expect(answer).toMatchObject({ status: 405, body: { code: 'method-not-allowed' } });
  expect(answer.headers.get('allow')).toBe('GET, HEAD');
});

it.each([
  [`/api/v1/communities/${'x'.repeat(201)}`, 'communityId'],
  ['/api/v1/communities/a%00b', 'communityId'],
  ['/api/v1/communities/a%0Ab/leaderboard', 'communityId'],
  [`${community}/members/${'x'.repeat(201)}`, 'userId'],
  [`${community}/members/a%00b`, 'userId'],
])('refuses the id in %s', async (path, wrong) => {
  const answer = await server.read(path);
  expect(answer).toMatchObject({
    status: 400,
    body: { code: 'validation-failed', errors: [{ path: wrong }] },
  });
});

it.each(['/api/v1/communities/%', '/api/v1/communities/%E0%A4%A', `${community}/members/%ff`])(
  'refuses the encoding of %s',
  async (path) => {
    const connection = await openRaw(server.url);
    connection.socket.write(head(`GET ${path}`, { Connection: 'close' }));
    await connection.closed;
    expect(connection.received()).toMatch(/^HTTP\/1.1 400 /);
    expect(connection.received()).toContain('"code":"validation-failed"');
  },
);

it.each(['biz_ünï', "biz_'; drop table users; --", 'biz_%25', '../../etc/passwd', '💥'])(
  'knows nothing of the community %s',
  async (id) => {
    const answer = await server.read(`/api/v1/communities/${encodeURIComponent(id)}`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'unknown-community' } });
  },
);
