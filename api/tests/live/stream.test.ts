import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Community } from '@wee5/contract';
import { changed, fixture } from '../support/fixtures.ts';
import { communityId, startTestServer, type TestServer } from '../support/test-server.ts';
import { openStream } from './stream.ts';

const path = `/api/v1/communities/${communityId}`;
let server: TestServer;
let live: string;
beforeAll(async () => {
  server = await startTestServer({ liveSettings: { heartbeatMs: 100, intervalMs: 100 } });
  live = `${server.url}${path}/live`;
  await server.deliver(fixture('chat-message'));
});
afterAll(() => server.stop());

let posts = 0;
const chat = (userId: string) =>
  server.answerTo(
    changed('chat-message', { 'data.message.id': `live_${(posts += 1)}`, 'data.message.user.id': userId }),
  );

it('begins with how long to wait before coming back, and with the version of a snapshot taken now', async () => {
  const stream = await openStream(live);
  const hello = await stream.until(({ event }) => event === 'hello');
  const snapshot = await server.read<Community>(path);
  expect(hello).toEqual({
    event: 'hello',
    id: `${snapshot.body.version}`,
    data: { version: snapshot.body.version },
  });
  expect(stream.text()).toMatch(/^retry: 1000\n\n/);
  stream.close();
});

it('may be read by any page, and is kept, changed or held back by nothing on the way', async () => {
  const stream = await openStream(live, { 'accept-encoding': 'gzip, br' });
  expect(stream.response.status).toBe(200);
  expect(Object.fromEntries(stream.response.headers)).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    'access-control-allow-origin': '*',
  });
  expect(stream.response.headers.get('content-encoding')).toBeNull();
  stream.close();
});

it('tells what a signed webhook changed, under the version of the commit', async () => {
  const stream = await openStream(live);
  const { data } = await stream.until(({ event }) => event === 'hello');
  await chat('user_told');
  const change = await stream.until(({ event }) => event === 'community.changed');
  const version = data.version + 1;
  expect(change).toEqual({
    event: 'community.changed',
    id: `${version}`,
    data: { version, changed: [{ userId: 'user_told', xp: 15, level: 0 }] },
  });
  stream.close();
});

it('shows that it is alive while nothing happens', async () => {
  const stream = await openStream(live);
  await stream.untilText('\n\n:\n\n:\n\n');
  stream.close();
});

it('tells a viewer who comes back and has missed nothing only that', async () => {
  const { body } = await server.read<Community>(path);
  const stream = await openStream(live, { 'last-event-id': `${body.version}` });
  await stream.untilText(':\n\n');
  expect(stream.heard().map(({ event }) => event)).toEqual(['hello']);
  stream.close();
});

it.each(['0', '999999', 'not a number'])(
  'tells a viewer who comes back with %s to load again',
  async (id) => {
    const { body } = await server.read<Community>(path);
    const { version } = body;
    const stream = await openStream(live, { 'last-event-id': id });
    await stream.until(({ event }) => event === 'hello');
    expect(stream.heard()).toEqual([
      { event: 'community.changed', id: `${version}`, data: { version, after: version } },
      { event: 'hello', id: `${version}`, data: { version } },
    ]);
    stream.close();
  },
);

it('tells a burst as a few, and the last word about each member at last', async () => {
  const stream = await openStream(live);
  const { data } = await stream.until(({ event }) => event === 'hello');
  const members = Array.from({ length: 120 }, (_, index) => `user_burst_${index % 40}`);
  const startedAt = performance.now();
  // One after the other, so that every chat is a commit of its own.
  for (const userId of members) await chat(userId);
  const { body } = await server.read<Community>(path);
  await stream.until(({ data: { version } }) => version === body.version);

  const changes = stream.heard().filter(({ event }) => event === 'community.changed');
  expect(body.version - data.version).toBe(40);
  expect(changes.length).toBeLessThanOrEqual((performance.now() - startedAt) / 100 + 1);
  let at = data.version;
  const xp = new Map<string, number>();
  for (const { data: change } of changes) {
    expect(change.after ?? change.version - 1).toBe(at);
    at = change.version;
    for (const member of change.changed ?? []) xp.set(member.userId, member.xp);
  }
  expect(Object.fromEntries(xp)).toEqual(Object.fromEntries(members.map((userId) => [userId, 15])));
  stream.close();
});

it('answers HEAD without a stream, and other methods with 405', async () => {
  const response = await fetch(live, { method: 'HEAD' });
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    expect.stringContaining('text/event-stream'),
  ]);
  expect(await server.read(`${path}/live`, { method: 'POST' })).toMatchObject({ status: 405 });
});

it('is not there for a community that is not known, and takes no id that cannot be one', async () => {
  const unknown = await server.read('/api/v1/communities/biz_unknown/live');
  expect(unknown).toMatchObject({ status: 404, body: { code: 'unknown-community' } });
  const wrong = await server.read(`/api/v1/communities/${'x'.repeat(201)}/live`);
  expect(wrong).toMatchObject({ status: 400, body: { code: 'validation-failed' } });
});

it('does not pretend to understand a token or a key', async () => {
  for (const headers of [{ authorization: 'Bearer ey.x.y' }, { 'x-wee5-key': 'pk_1' }]) {
    const answer = await server.read(`${path}/live`, { headers: { ...headers } });
    expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  }
});
