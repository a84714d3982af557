import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changed, fixture } from '../support/fixtures.ts';
import { head, openRaw } from '../support/raw-http.ts';
import { sign } from '../support/sign.ts';
import { ana, payloadTime, secret, startTestServer, type TestServer } from '../support/test-server.ts';

const MIB = 1024 * 1024;
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON'])(
  'takes %s',
  async (type) => {
    const answer = await server.answerTo(fixture('unknown-event'), { 'content-type': type });
    expect(answer).toMatchObject({ status: 200, body: { status: 'ignored' } });
  },
);

it.each(['text/plain', 'application/jsonp', 'application/x-www-form-urlencoded', ''])(
  'refuses the content type "%s"',
  async (type) => {
    const answer = await server.answerTo(fixture('chat-message'), { 'content-type': type });
    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
  },
);

it('refuses a compressed body', async () => {
  const body = gzipSync(fixture('chat-message'));
  const answer = await server.answerTo(body, { 'content-encoding': 'gzip' });
  expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
});

it.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s and says what is possible', async (method) => {
  const answer = await server.read('/api/webhook?x=1', { method });
  expect(answer).toMatchObject({ status: 405, body: { code: 'method-not-allowed' } });
  expect(answer.headers.get('allow')).toBe('POST');
});

it('takes an event of exactly 1 MiB', async () => {
  const body = padded(MIB);
  expect(await server.answerTo(body)).toMatchObject({ status: 200, body: { status: 'accepted' } });
});

it.each([MIB + 1, 2 * MIB])('refuses a body of %i bytes', async (size) => {
  expect(await server.answerTo(padded(size))).toMatchObject({
    status: 413,
    body: { code: 'body-too-large' },
  });
});

it('refuses a body that turns out too large while it is sent', async () => {
  const stream = new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(64 * 1024));
    },
  });
  const endless = {
    method: 'POST',
    body: stream,
    duplex: 'half',
    headers: { 'content-type': 'application/json' },
  };
  const answer = await server.read('/api/webhook', endless as RequestInit);
  expect(answer).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
});

it('answers an announced 2 MiB before they are sent, and hangs up on a caller who goes on and on', async () => {
  const connection = await openRaw(server.url);
  connection.socket.write(head('POST /api/webhook', jsonOf(2 * MIB)));
  expect(await connection.until('body-too-large')).toMatch(/^HTTP\/1.1 413 /);
  const startedAt = performance.now();
  await connection.closed;
  expect(performance.now() - startedAt).toBeLessThan(5000);
});

it('keeps the connection for a caller who sends the rest after the refusal', async () => {
  const connection = await openRaw(server.url);
  connection.socket.write(head('POST /api/webhook', jsonOf(2 * MIB)));
  await connection.until('body-too-large');
  connection.socket.write(Buffer.alloc(2 * MIB, 'x'));
  connection.socket.write(head('GET /healthz', { Connection: 'close' }));
  expect(await connection.until('"ok"')).toContain('"ok"');
});

it('survives a caller who hangs up in the middle of a body, and awards nothing', async () => {
  const body = changed('chat-message', {
    company_id: 'biz_truncated',
    'data.message.id': 'post_truncated',
  });
  const connection = await openRaw(server.url);
  connection.socket.write(
    head('POST /api/webhook', { ...sign(body, secret, payloadTime), 'Content-Length': body.length }),
  );
  connection.socket.write(body.slice(0, -1));
  await new Promise((resolve) => setTimeout(resolve, 50));
  connection.socket.destroy();
  await connection.closed;
  expect(connection.received()).toBe('');
  const card = await server.read(`/api/v1/communities/biz_truncated/members/${ana}`);
  expect(card).toMatchObject({ status: 404, body: { code: 'unknown-community' } });
  expect((await server.answerTo(body)).body.status).toBe('accepted');
});

it('takes a body that comes a few bytes at a time', async () => {
  const body = changed('chat-message', { company_id: 'biz_slow', 'data.message.id': 'post_slow' });
  const connection = await openRaw(server.url);
  connection.socket.setNoDelay();
  connection.socket.write(
    head('POST /api/webhook', { ...sign(body, secret, payloadTime), 'Transfer-Encoding': 'chunked' }),
  );
  for (let from = 0; from < body.length; from += 100) {
    const part = body.slice(from, from + 100);
    connection.socket.write(`${part.length.toString(16)}\r\n${part}\r\n`);
    await new Promise((resolve) => setImmediate(resolve));
  }
  connection.socket.write('0\r\n\r\n');
  expect(await connection.until('accepted')).toContain('{"status":"accepted","awards":1}');
  connection.socket.destroy();
});

function jsonOf(bytes: number): Record<string, string | number> {
  return { 'Content-Type': 'application/json', 'Content-Length': bytes };
}

function padded(bytes: number): string {
  const changes = { company_id: `biz_${bytes}`, 'data.message.id': `post_${bytes}` };
  const empty = changed('chat-message', { ...changes, 'data.message.content': '' });
  return changed('chat-message', { ...changes, 'data.message.content': 'x'.repeat(bytes - empty.length) });
}
