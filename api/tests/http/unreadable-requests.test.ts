import { problemSchema } from '@wee5/contract';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createLogger } from '../../src/logger.ts';
import { fixture } from '../support/fixtures.ts';
import { head, openRaw, type RawConnection } from '../support/raw-http.ts';
import { communityId, startTestServer, type TestServer } from '../support/test-server.ts';

let lines: string[] = [];
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    log: createLogger('info', { write: (line) => void lines.push(line) }),
    httpLimits: { headersMs: 300, requestMs: 600, checkEveryMs: 50 },
  });
  await server.deliver(fixture('chat-message'));
});
beforeEach(() => {
  lines = [];
});
afterAll(() => server.stop());

const json = { 'Content-Type': 'application/json' };

/** Reads the answer up to the end of the connection, and checks that it is a problem document like every other. */
async function problemOn(connection: RawConnection) {
  await connection.closed;
  const [top = '', body = ''] = connection.received().split('\r\n\r\n');
  expect(top).toContain('\r\nContent-Type: application/problem+json\r\n');
  expect(top).toContain('\r\nX-Content-Type-Options: nosniff\r\n');
  expect(top).toMatch(/\r\nConnection: close/);
  const problem = problemSchema.parse(JSON.parse(body));
  expect(top).toMatch(new RegExp(`^HTTP/1.1 ${problem.status} `));
  expect(top).toContain(`\r\nX-Request-Id: ${problem.requestId}\r\n`);
  expect(lines.some((line) => line.includes(problem.requestId))).toBe(true);
  return problem;
}

it.each([
  ['garbage', 'hello\r\n\r\n'],
  ['a TLS greeting', '\x16\x03\x01\x02\x00\x01\x00\x01'],
  ['an unknown method', 'BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['a header without a name', 'GET / HTTP/1.1\r\nHost: localhost\r\n: x\r\n\r\n'],
  ['a length that is none', 'POST /api/webhook HTTP/1.1\r\nHost: localhost\r\nContent-Length: ten\r\n\r\n'],
  [
    'two ways to end a body',
    'POST /api/webhook HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n',
  ],
])('answers %s with a 400 and hangs up', async (_what, bytes) => {
  const connection = await openRaw(server.url);
  connection.socket.write(bytes, 'latin1');
  expect(await problemOn(connection)).toMatchObject({ status: 400, code: 'malformed-request' });
});

it('answers headers of more than 16 KiB with a 431', async () => {
  const connection = await openRaw(server.url);
  connection.socket.write(head('GET /healthz', { 'X-Large': 'x'.repeat(17_000) }));
  expect(await problemOn(connection)).toMatchObject({ status: 431, code: 'headers-too-large' });
});

it('answers headers that do not come to an end with a 408', async () => {
  const connection = await openRaw(server.url);
  connection.socket.write('GET /healthz HTTP/1.1\r\nHost: loc');
  expect(await problemOn(connection)).toMatchObject({ status: 408, code: 'request-timeout' });
});

it('answers a caller who never says anything with a 408', async () => {
  const connection = await openRaw(server.url);
  expect(await problemOn(connection)).toMatchObject({ status: 408, code: 'request-timeout' });
});

it('answers an event whose body does not come to an end with a 408, under the id of its request', async () => {
  const connection = await openRaw(server.url);
  const headers = { ...json, 'X-Request-Id': 'slow-1', 'Content-Length': 100 };
  connection.socket.write(`${head('POST /api/webhook', headers)}{"id":`);
  const problem = await problemOn(connection);
  expect(problem).toMatchObject({ status: 408, code: 'request-timeout', requestId: 'slow-1' });
});

it('answers a body that breaks off in the middle of its encoding with a 400', async () => {
  const connection = await openRaw(server.url);
  connection.socket.write(`${head('POST /api/webhook', { ...json, 'Transfer-Encoding': 'chunked' })}zz\r\n`);
  expect(await problemOn(connection)).toMatchObject({ status: 400, code: 'malformed-request' });
});

it('answers a whole request for itself when what follows cannot be read', async () => {
  const connection = await openRaw(server.url);
  connection.socket.write(`${head(`GET /api/v1/communities/${communityId}`, {})}garbage\r\n\r\n`);
  await connection.closed;
  expect(connection.received()).toMatch(/^HTTP\/1.1 200 /);
  expect(connection.received().match(/HTTP\/1\.1/g)).toHaveLength(1);
  expect(connection.received()).toContain('Connection: close');
});

it('writes no second answer into an event stream, and ends it', async () => {
  const connection = await openRaw(server.url);
  connection.socket.write(head(`GET /api/v1/communities/${communityId}/live`, {}));
  await connection.until('event: hello');
  connection.socket.write('garbage\r\n\r\n');
  await connection.closed;
  expect(connection.received().match(/HTTP\/1\.1/g)).toHaveLength(1);
});

it('keeps what could not be read out of its log', async () => {
  const connection = await openRaw(server.url);
  connection.socket.write('GET / HTTP/1.1\r\nAuthorization: hunter2\r\n: hunter2\r\n\r\n');
  await problemOn(connection);
  expect(lines.join('') + connection.received()).not.toContain('hunter2');
});

it('lets an event stream stay longer than a request may take to arrive', async () => {
  const connection = await openRaw(server.url);
  connection.socket.write(head(`GET /api/v1/communities/${communityId}/live`, {}));
  await connection.until('event: hello');
  const slow = await openRaw(server.url);
  slow.socket.write('GET');
  await slow.closed;
  const later = await openRaw(server.url);
  later.socket.write(`${head('POST /api/webhook', { ...json, 'Content-Length': 5 })}x`);
  await later.closed;
  expect(connection.socket.closed).toBe(false);
  connection.socket.destroy();
});
