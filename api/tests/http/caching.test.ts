import { afterEach, beforeEach, expect, it } from 'vitest';
import { changed, fixture } from '../support/fixtures.ts';
import { ana, communityId, startTestServer, type TestServer } from '../support/test-server.ts';

const community = `/api/v1/communities/${communityId}`;
const reads = [community, `${community}/leaderboard`, `${community}/members/${ana}`, `${community}/rewards`];

let now: Date;
let server: TestServer;
beforeEach(async () => {
  now = new Date('2026-11-20T18:04:30.000Z');
  server = await startTestServer({ now: () => now });
  await server.deliver(fixture('chat-message'));
});
afterEach(() => server.stop());

it.each(reads)('need not send %s again while nothing has changed', async (path) => {
  const first = await server.read(path);
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w-]{43}"$/);
  expect(first.headers.get('cache-control')).toBe('public, max-age=1, must-revalidate');
  expect(first.headers.get('vary')).toContain('Authorization');

  const again = await server.read(path, { headers: { 'if-none-match': etag } });
  expect(again).toMatchObject({ status: 304, body: undefined });
  expect(again.headers.get('etag')).toBe(etag);
  expect(again.headers.get('cache-control')).toBe('public, max-age=1, must-revalidate');
});

it.each(['"other", W/ETAG', '*', 'W/ETAG'])('understands If-None-Match: %s', async (header) => {
  const etag = (await server.read(community)).headers.get('etag') ?? '';
  const again = await server.read(community, { headers: { 'if-none-match': header.replace('ETAG', etag) } });
  expect(again.status).toBe(304);
});

it.each(reads)('sends %s anew once the community has a newer version', async (path) => {
  const etag = (await server.read(path)).headers.get('etag') ?? '';
  const changes = { id: 'msg_2', 'data.message.id': 'post_2', 'data.message.user.id': 'user_new' };
  await server.deliver(changed('chat-message', changes));
  const again = await server.read(path, { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(200);
  expect(again.headers.get('etag')).not.toBe(etag);
});

it('sends a card anew when only time has changed it', async () => {
  const path = `${community}/members/${ana}`;
  const etag = (await server.read(path)).headers.get('etag') ?? '';
  now = new Date('2026-11-20T18:05:06.000Z');
  const again = await server.read(path, { headers: { 'if-none-match': etag } });
  expect(again).toMatchObject({ status: 200, body: { nextEligibleAt: { chat: null } } });
});

it('lets nobody keep a refusal', async () => {
  const refused = await server.read('/api/v1/communities/biz_other');
  expect(refused.headers.get('cache-control')).toBe('no-store');
  expect(refused.headers.has('etag')).toBe(false);
});
