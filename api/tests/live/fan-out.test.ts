import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hearsEverything } from '../../src/database/hears-everything.ts';
import type { CommunityRow } from '../../src/database/functions.ts';
import type { CommitMessage } from '../../src/database/port.ts';
import { Channel } from '../../src/live/channel.ts';
import { toFrame } from '../../src/live/frame.ts';
import { LiveHub } from '../../src/live/hub.ts';
import { anonymous } from '../../src/live/topics.ts';
import type { Viewer } from '../../src/live/viewer.ts';
import { createLogger } from '../../src/logger.ts';
import { head, openRaw } from '../support/raw-http.ts';
import { openStream } from './stream.ts';

let community: CommunityRow;
let hear: (message: CommitMessage) => void;
let hub: LiveHub;
let server: Server;
let url: string;
beforeEach(async () => {
  community = { communityId: 'biz_1', visibility: 'public', version: 0 } as CommunityRow;
  hub = new LiveHub({
    database: {
      listen: async (onMessage) => ((hear = onMessage), hearsEverything(async () => undefined)),
    },
    functions: { getCommunityStates: async () => [community], getRankCard: async () => null },
    log: createLogger('silent'),
  });
  server = createServer((_request, response) =>
    hub.join('biz_1', anonymous, response).open(community, undefined),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await hub.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function say(message: CommitMessage): void {
  community.version = Math.max(community.version, message.payload.version);
  hear(message);
}

it('lets go of a viewer who does not read, and of nobody else', async () => {
  const slow = await openRaw(url);
  slow.socket.write(head('GET /', {}));
  await slow.until('hello');
  slow.socket.pause();

  const quick = (await fetch(url)).body?.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const padding = 'x'.repeat(30_000);
  let sent = 0;
  let received = 0;
  // Far past what the system itself keeps for a socket.
  for (let version = 1; version <= 1000; version += 1) {
    const payload = { version, padding };
    say({ topic: 'community:biz_1', event: 'community.updated', payload });
    sent += toFrame('community.updated', payload, version).length;
    while (received < sent) received += (await quick.read()).value?.length ?? Number.NaN;
  }
  slow.socket.resume();
  await slow.closed;
  expect(slow.received()).not.toContain('"version":1000,');
  expect(received).toBeGreaterThan(30_000_000);
  await quick.cancel();
});

it('hears nothing of other communities, and nothing of members', async () => {
  const stream = await openStream(url);
  await stream.untilText('hello');
  say({ topic: 'community:biz_2', event: 'community.updated', payload: { version: 1 } });
  say({
    topic: 'member:biz_1:user_1',
    event: 'member.changed',
    payload: { version: 1, userId: 'user_1', xp: 1, level: 0 },
  });
  say({ topic: 'community:biz_1', event: 'community.updated', payload: { version: 1 } });
  await stream.untilText('community.updated');
  expect(stream.heard().map(({ event }) => event)).toEqual(['hello', 'community.updated']);
  stream.close();
});

it('hears nothing twice and nothing old', async () => {
  const stream = await openStream(url);
  await stream.untilText('hello');
  for (const version of [2, 2, 1, 3]) {
    say({ topic: 'community:biz_1', event: 'community.updated', payload: { version } });
  }
  await stream.untilText('"version":3');
  expect(stream.heard().map(({ data }) => data.version)).toEqual([0, 2, 3]);
  stream.close();
});

it('makes the bytes of a message once for all viewers', () => {
  const written: Buffer[] = [];
  const channel = new Channel('community:biz_1', { communityId: 'biz_1', userId: null }, 250);
  for (let index = 0; index < 100; index += 1) {
    channel.viewers.add({
      write: (bytes: Buffer) => written.push(bytes),
      end: () => undefined,
    } as unknown as Viewer);
  }
  channel.announce({
    topic: '',
    event: 'community.changed',
    payload: { version: 1, changed: [{ userId: 'u', xp: 1, level: 0 }] },
  });
  expect(written).toHaveLength(100);
  expect(new Set(written).size).toBe(1);
  channel.end();
});
