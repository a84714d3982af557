import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CommitMessage, Listening } from '../../../src/database/port.ts';
import { RealtimeListener } from '../../../src/database/realtime-listener.ts';
import type { RealtimeSettings } from '../../../src/database/realtime-settings.ts';
import { eventually } from '../support/eventually.ts';
import { runScript } from '../support/script.ts';
import { RealtimeServer } from './realtime-server.ts';

/** On the fake of Realtime; see there. */
let server: Server;
let realtime: RealtimeServer;
let listener: RealtimeListener;
let listening: Listening;
let heard: CommitMessage[];
let gaps: (string | undefined)[];
let lines: string[];

beforeEach(async () => {
  server = createServer((_request, response) => response.writeHead(404).end());
  realtime = new RealtimeServer(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  [heard, gaps, lines] = [[], [], []];
});
afterEach(async () => {
  listener.close();
  realtime.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function listen(settings: Partial<RealtimeSettings> = {}): void {
  listener = new RealtimeListener({
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secretKey: 'sb_secret_of_the_tests',
    log: (line) => lines.push(line),
    joinEveryMs: 1,
    lingerMs: 50,
    retry: { first: 20, longest: 100 },
    ...settings,
  });
  listening = listener.add({
    onMessage: (message) => heard.push(message),
    onGap: (topic) => gaps.push(topic),
  });
}

async function follow(...topics: string[]): Promise<void> {
  for (const topic of topics) listening.follow(topic);
  await eventually(() => topics.every((topic) => listening.hears(topic))).toBe(true);
}

const say = (topic: string, version: number): CommitMessage => {
  const message = { topic, event: 'community.changed', payload: { version, changed: [], name: 'ü🎉' } };
  realtime.broadcast(message);
  return message;
};

test('a topic is joined in private, with the key as token, and told as a gap once it is heard', async () => {
  listen();
  listening.follow('community:biz_1');
  expect(listening.hears('community:biz_1')).toBe(false);
  await eventually(() => gaps).toEqual(['community:biz_1']);
  expect(listening.hears('community:biz_1')).toBe(true);
  expect(realtime.addresses).toEqual(['/realtime/v1/websocket?apikey=sb_secret_of_the_tests&vsn=2.0.0']);
  expect(realtime.joins).toMatchObject([
    {
      topic: 'realtime:community:biz_1',
      payload: { access_token: 'sb_secret_of_the_tests', config: { private: true } },
    },
  ]);
});

test('what the database broadcasts on it is heard as it was sent, and nothing else', async () => {
  listen();
  await follow('community:biz_1', 'member:biz_1:user_1');
  const sent = [say('community:biz_1', 1), say('member:biz_1:user_1', 1), say('community:biz_1', 2)];
  say('community:biz_2', 9);
  realtime.broadcast({ topic: 'community:biz_1', event: 'noise', payload: {} as never });
  await eventually(() => heard).toEqual(sent);
});

test('a topic nobody wants is left, after a while in which somebody may come back', async () => {
  listen();
  await follow('community:biz_1', 'community:biz_2');
  listening.unfollow('community:biz_1');
  await follow('community:biz_1');
  expect(realtime.joins).toHaveLength(2);
  listening.unfollow('community:biz_1');
  await eventually(() => realtime.topics).toEqual(['realtime:community:biz_2']);
  await follow('community:biz_1');
  expect(realtime.joins).toHaveLength(3);
});

test('with the last topic the connection goes, and with the next one it comes', async () => {
  listen();
  await follow('community:biz_1');
  listening.unfollow('community:biz_1');
  await eventually(() => realtime.sockets.size).toBe(0);
  await follow('community:biz_1');
  expect(realtime.sockets.size).toBe(1);
  expect(lines).toEqual([]);
});

test('two who listen share a topic, and each leaves for themselves', async () => {
  listen();
  await follow('community:biz_1');
  const others: number[] = [];
  const other = listener.add({ onMessage: ({ payload }) => others.push(payload.version), onGap: () => {} });
  other.follow('community:biz_1');
  expect(other.hears('community:biz_1')).toBe(true);
  say('community:biz_1', 1);
  await eventually(() => [heard.length, others]).toEqual([1, [1]]);
  await other.stop();
  say('community:biz_1', 2);
  await eventually(() => heard.length).toBe(2);
  expect(others).toEqual([1]);
  expect(realtime.joins).toHaveLength(1);
});

test('a connection that breaks is made again, its topics are joined again, and each is told as a gap', async () => {
  listen();
  await follow('community:biz_1', 'community:biz_2');
  gaps = [];
  realtime.cut();
  await eventually(() => listening.hears('community:biz_1')).toBe(false);
  await eventually(() => new Set(gaps)).toEqual(new Set(['community:biz_1', 'community:biz_2']));
  say('community:biz_1', 5);
  await eventually(() => heard.length).toBe(1);
  expect(lines).toEqual([expect.stringMatching(/was lost: 1006; versions are compared instead/)]);
});

test('more topics than a connection may have are spread over several, each joined once', async () => {
  listen({ topicsPerConnection: 4 });
  const topics = Array.from({ length: 10 }, (_, i) => `community:biz_${i}`);
  await follow(...topics);
  expect([...realtime.sockets.values()].map(({ size }) => size)).toEqual([4, 4, 2]);
  expect(realtime.joins).toHaveLength(10);
});

test('joins are spread in time', async () => {
  listen({ joinEveryMs: 30 });
  const start = performance.now();
  await follow(...Array.from({ length: 10 }, (_, i) => `community:biz_${i}`));
  expect(performance.now() - start).toBeGreaterThan(9 * 29);
});

test('a topic that is refused is tried again, said once, and harms no other', async () => {
  let refusals = 3;
  realtime.script.refuse = (topic) =>
    topic === 'community:biz_1' && (refusals -= 1) >= 0 ? 'Unauthorized: no permission' : undefined;
  listen();
  await follow('community:biz_2');
  listening.follow('community:biz_1');
  await eventually(() => lines.length).toBe(1);
  expect(listening.hears('community:biz_2')).toBe(true);
  await follow('community:biz_1');
  expect(lines).toEqual([expect.stringContaining('community:biz_1: Unauthorized: no permission')]);
  expect(realtime.sockets.size).toBe(1);
});

test('a join without an answer is given up and tried again', async () => {
  let silences = 1;
  realtime.script.refuse = () => ((silences -= 1) >= 0 ? 'silent' : undefined);
  listen({ answerLimitMs: 200 });
  await follow('community:biz_1');
  expect(lines).toEqual([expect.stringContaining('TIMED_OUT')]);
});

test('a token that ran out ends the connection, and a new one gets a new token', async () => {
  listen();
  await follow('community:biz_1', 'community:biz_2');
  gaps = [];
  realtime.shutDown('community:biz_1', 'Token has expired 3 seconds ago');
  await eventually(() => new Set(gaps)).toEqual(new Set(['community:biz_1', 'community:biz_2']));
  expect(realtime.addresses).toHaveLength(2);
  expect(realtime.sockets.size).toBe(1);
  // That happens every day.
  expect(lines).toEqual([]);
});

test('a token that is never taken is said', async () => {
  realtime.script.refuse = () => 'JwtSignatureError: Failed to validate JWT signature';
  listen();
  listening.follow('community:biz_1');
  await eventually(() => lines).toEqual([expect.stringContaining('JwtSignatureError')]);
});

test('a topic that the server ended for another reason is joined again over the same connection', async () => {
  listen();
  await follow('community:biz_1', 'community:biz_2');
  realtime.shutDown('community:biz_1', 'Too many messages per second');
  await eventually(() => gaps).toEqual(['community:biz_1', 'community:biz_2', 'community:biz_1']);
  expect(realtime.addresses).toHaveLength(1);
});

test('while nobody answers it is tried ever less often, and said once', async () => {
  realtime.close();
  server.removeAllListeners('upgrade');
  server.on('upgrade', (_request, socket) => socket.destroy());
  listen();
  listening.follow('community:biz_1');
  await eventually(() => lines.length).toBe(1);
  const attempts: unknown[] = [];
  server.on('upgrade', () => attempts.push(1));
  await eventually(() => attempts.length).toBeGreaterThan(3);
  expect(lines).toHaveLength(1);
});

test('a listener that throws keeps nobody from hearing', async () => {
  listen();
  await follow('community:biz_1');
  const throwing = listener.add({
    onMessage: () => {
      throw new Error('from the listener');
    },
    onGap: () => {},
  });
  throwing.follow('community:biz_1');
  say('community:biz_1', 1);
  say('community:biz_1', 2);
  await eventually(() => heard.length).toBe(2);
  expect(lines).toEqual(
    Array.from({ length: 2 }, () => expect.stringContaining('from the listener') as string),
  );
});

test('a process that closes it in the middle of everything ends by itself', async () => {
  realtime.script.refuse = (topic) => (topic === 'community:biz_3' ? 'silent' : undefined);
  listen();
  const { port } = server.address() as AddressInfo;
  const script = runScript('listen-and-close.ts', [`http://127.0.0.1:${port}`]);
  expect(await script.nextLine()).toBe('closed');
  await eventually(() => realtime.sockets.size).toBe(0);
  // A timer of realtime-js alone would keep it for ten seconds.
  const late = new Promise((resolve) => setTimeout(resolve, 8000, 'still there'));
  expect(await Promise.race([script.ended, late])).toBe('');
});
