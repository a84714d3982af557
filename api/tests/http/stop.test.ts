import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RankCard } from '@wee5/contract';
import { openPglite } from '../../src/database/pglite.ts';
import { DatabaseError } from '../../src/database/port.ts';
import { BreakableDatabase } from '../support/breakable-database.ts';
import { changed, fixture } from '../support/fixtures.ts';
import { head, openRaw } from '../support/raw-http.ts';
import { sign } from '../support/sign.ts';
import { ana, communityId, payloadTime, secret, startTestServer } from '../support/test-server.ts';

// A database on disk is made anew, waits for the disk and is opened twice.
vi.setConfig({ testTimeout: 90_000 });

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'wee5-stop-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

it('commits and answers what is in flight, then is gone; the XP is there after the next start', async () => {
  const database = new BreakableDatabase(await openPglite({ dataDir }));
  const server = await startTestServer({ database });
  const receive = vi.spyOn(server.context.pipeline, 'receive');
  const release = database.hold();
  const bodies = Array.from({ length: 10 }, (_, index) =>
    changed('chat-message', {
      'data.message.id': `post_${index}`,
      'data.message.user.id': `user_${index}`,
    }),
  );
  const answers = Promise.all(bodies.map((body) => server.answerTo(body)));
  await vi.waitFor(() => expect(receive).toHaveBeenCalledTimes(10));

  const stopped = server.stop();
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow('fetch failed');
  release();
  for (const { status, headers, body } of await answers) {
    expect([status, body]).toEqual([200, { status: 'accepted', awards: 1 }]);
    expect(headers.get('connection')).toBe('close');
  }
  await stopped;

  const next = await startTestServer({ database: await openPglite({ dataDir }) });
  const card = await next.read<RankCard>(`/api/v1/communities/${communityId}/members/user_9`);
  expect(card.body).toMatchObject({ xp: 15, total: 10 });
  await next.stop();
});

it('takes an event whose body was still on its way', async () => {
  const server = await startTestServer();
  const body = fixture('chat-message');
  const connection = await openRaw(server.url);
  const headers = { ...sign(body, secret, payloadTime), 'Content-Length': Buffer.byteLength(body) };
  connection.socket.write(head('POST /api/webhook', headers));
  connection.socket.write(body.slice(0, 100));
  await new Promise((resolve) => setTimeout(resolve, 50));
  const stopped = server.stop();
  connection.socket.write(body.slice(100));
  expect(await connection.until('accepted')).toContain('{"status":"accepted","awards":1}');
  await stopped;
});

it('writes down what it had put off: when a member was last active', async () => {
  const server = await startTestServer({ database: await openPglite({ dataDir }) });
  await server.deliver(fixture('chat-message'));
  const soon = { 'data.message.id': 'post_2', 'data.message.created_at': '2026-11-20T18:04:40.000Z' };
  const refused = await server.answerTo(changed('chat-message', soon));
  expect(refused.body).toEqual({ status: 'accepted', awards: 0 });
  await server.stop();

  const next = await startTestServer({ database: await openPglite({ dataDir }) });
  const card = await next.read<RankCard>(`/api/v1/communities/${communityId}/members/${ana}`);
  expect(card.body.lastActiveAt).toBe('2026-11-20T18:04:40.000Z');
  await next.stop();
});

it('is not held up by connections that have nothing to say', async () => {
  const server = await startTestServer();
  const silent = await openRaw(server.url);
  const idle = await openRaw(server.url);
  idle.socket.write(head('GET /healthz', {}));
  await idle.until('"ok"');

  const startedAt = performance.now();
  await server.stop();
  await Promise.all([silent.closed, idle.closed]);
  expect(performance.now() - startedAt).toBeLessThan(2000);
});

it('stops once, however often it is asked to', async () => {
  const server = await startTestServer();
  const close = vi.spyOn(server.context.database, 'close');
  await server.deliver(fixture('chat-message'));
  await Promise.all([server.stop(), server.stop()]);
  await server.stop();
  expect(close).toHaveBeenCalledTimes(1);
  await expect(server.context.functions.getCommunity(ana)).rejects.toThrow(DatabaseError);
});
