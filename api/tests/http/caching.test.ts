import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { changed } from '../support/fixtures.ts';
import { ana, startTestServer, type TestServer } from '../support/test-server.ts';

let now = new Date('2026-11-20T18:04:30.000Z');
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ now: () => now });
});
afterAll(() => server.stop());

/** Each test has a community of its own. */
let communityId = '';
let tests = 0;
beforeEach(async () => {
  now = new Date('2026-11-20T18:04:30.000Z');
  communityId = `biz_${(tests += 1)}`;
  await server.deliver(changed('chat-message', { company_id: communityId }));
});

const reads = ['', '/leaderboard', `/members/${ana}`, '/rewards'];

function read(path: string, ifNoneMatch?: string) {
  const init = ifNoneMatch === undefined ? {} : { headers: { 'if-none-match': ifNoneMatch } };
  return server.read(`/api/v1/communities/${communityId}${path}`, init);
}

it.each(reads)('need not send a community%s again while nothing has changed', async (path) => {
  const first = await read(path);
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w-]{43}"$/);
  expect(first.headers.get('cache-control')).toBe('public, max-age=1, must-revalidate');
  expect(first.headers.get('vary')).toContain('Authorization');

  const again = await read(path, etag);
  expect(again).toMatchObject({ status: 304, body: undefined });
  expect(again.headers.get('etag')).toBe(etag);
  expect(again.headers.get('cache-control')).toBe('public, max-age=1, must-revalidate');
});

it.each(['"other", W/ETAG', '*', 'W/ETAG'])('understands If-None-Match: %s', async (header) => {
  const etag = (await read('')).headers.get('etag') ?? '';
  expect((await read('', header.replace('ETAG', etag))).status).toBe(304);
  expect((await read('', '"other", W/"another"')).status).toBe(200);
});

it.each(reads)('sends a community%s anew once it has a newer version', async (path) => {
  const etag = (await read(path)).headers.get('etag') ?? '';
  const changes = { 'data.message.id': 'post_2', 'data.message.user.id': 'user_new' };
  await server.deliver(changed('chat-message', { company_id: communityId, ...changes }));
  const again = await read(path, etag);
  expect(again.status).toBe(200);
  expect(again.headers.get('etag')).not.toBe(etag);
});

it('sends a card anew when only time has changed it', async () => {
  const path = `/members/${ana}`;
  const etag = (await read(path)).headers.get('etag') ?? '';
  now = new Date('2026-11-20T18:05:06.000Z');
  expect(await read(path, etag)).toMatchObject({ status: 200, body: { nextEligibleAt: { chat: null } } });
});

it('lets nobody keep a refusal', async () => {
  communityId = 'biz_other';
  const refused = await read('');
  expect(refused.headers.get('cache-control')).toBe('no-store');
  expect(refused.headers.has('etag')).toBe(false);
});
