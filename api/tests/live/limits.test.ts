import { expect, it } from 'vitest';
import { fixture } from '../support/fixtures.ts';
import { communityId, startTestServer } from '../support/test-server.ts';
import { openStream } from './stream.ts';

const path = `/api/v1/communities/${communityId}/live`;

it('is not open to everyone where the community is for its members', async () => {
  const server = await startTestServer({ environment: { WHOP_APP_ID: 'app_1' } });
  await server.deliver(fixture('chat-message'));
  expect(await server.read(path)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  await server.stop();
});

it('refuses whoever comes when every seat is taken, until somebody leaves', async () => {
  const server = await startTestServer({ liveSettings: { maxViewers: 2 } });
  await server.deliver(fixture('chat-message'));
  const streams = [await openStream(server.url + path), await openStream(server.url + path)];
  const refused = await server.read(path);
  expect(refused).toMatchObject({ status: 503, body: { code: 'overloaded' } });
  expect(refused.headers.get('retry-after')).toBe('60');

  streams[0]?.close();
  await expect.poll(async () => (await fetch(server.url + path, { method: 'HEAD' })).status).toBe(200);
  await server.stop();
});

it('gives a seat back when the community turns out not to exist', async () => {
  const server = await startTestServer({ liveSettings: { maxViewers: 1 } });
  for (let time = 0; time < 3; time += 1) expect(await server.read(path)).toMatchObject({ status: 404 });
  await server.stop();
});

it('ends every stream at once when the server stops', async () => {
  const server = await startTestServer();
  await server.deliver(fixture('chat-message'));
  const streams = await Promise.all([1, 2, 3].map(() => openStream(server.url + path)));
  const startedAt = performance.now();
  await Promise.all([server.stop(), ...streams.map(({ ended }) => ended)]);
  expect(performance.now() - startedAt).toBeLessThan(2000);
});
