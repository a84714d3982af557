import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createLogger } from '../../src/logger.ts';
import { openRaw, head } from '../support/raw-http.ts';
import { fixture } from '../support/fixtures.ts';
import { sign } from '../support/sign.ts';
import {
  communityId,
  payloadTime,
  secret,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts';

const community = `/api/v1/communities/${communityId}`;
let lines: string[] = [];
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ log: createLogger('trace', { write: (line) => void lines.push(line) }) });
});
beforeEach(() => {
  lines = [];
});
afterAll(() => server.stop());

interface Line {
  level: number;
  requestId?: string;
  path?: string;
  status?: number;
  msg: string;
}

/** Waits for the line that closes a request to this path. */
async function lineOf(path: string): Promise<Line> {
  for (;;) {
    const parsed = lines.map((line) => JSON.parse(line) as Line);
    const found = parsed.find((line) => line.path === path);
    if (found) return found;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

it('has one line for each request, which its request id finds', async () => {
  const { headers } = await server.read(`${community}?key=pk_hunter2`);
  const line = await lineOf(community);
  expect(line).toMatchObject({ method: 'GET', status: 401, requestId: headers.get('x-request-id') });
  expect(lines.join('')).not.toContain('hunter2');
});

it('is quiet about what succeeds all the time, and speaks up about what does not', async () => {
  await server.deliver(fixture('chat-message'));
  await server.read('/healthz');
  await server.read(community);
  const debug = 20;
  const info = 30;
  expect([(await lineOf('/api/webhook')).level, (await lineOf('/healthz')).level]).toEqual([debug, debug]);
  expect(await lineOf(community)).toMatchObject({ level: info, status: 200 });
  lines = [];
  await server.answerTo(fixture('chat-message'), { 'webhook-signature': 'v1,AAAA' });
  expect(await lineOf('/api/webhook')).toMatchObject({ level: info, status: 400 });
});

it('is quiet about viewers of the event stream who leave', async () => {
  const connection = await openRaw(server.url);
  connection.socket.write(head(`GET ${community}/live`, {}));
  await connection.until('event: hello');
  connection.socket.destroy();
  expect(await lineOf(`${community}/live`)).toMatchObject({ level: 20, msg: 'A stream ended' });
});

it('tells of a caller who hung up', async () => {
  const connection = await openRaw(server.url);
  const headers = { 'Content-Type': 'application/json', 'Content-Length': 10, Expect: '100-continue' };
  connection.socket.write(head('POST /api/webhook', headers));
  await connection.until('100 Continue');
  connection.socket.destroy();
  const line = await lineOf('/api/webhook');
  expect(line).toMatchObject({ msg: 'The caller hung up before the answer' });
  expect(line).not.toHaveProperty('status');
});

it('holds neither secrets nor what members wrote, at any level', async () => {
  const body = fixture('chat-message');
  const signed = sign(body, secret, payloadTime);
  await server.deliver(body);
  await server.deliver('{"broken":', { 'webhook-signature': signed['webhook-signature'] });
  await server.read(community, { headers: { authorization: 'Bearer hunter2', cookie: 'a=hunter2' } });
  await lineOf(community);
  const signature = signed['webhook-signature'].slice(3);
  for (const word of [secret, signature, 'hunter2', 'Shipped my first product']) {
    expect(lines.join('')).not.toContain(word);
  }
});
