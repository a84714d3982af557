import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CommunityRow, MemberRow } from '../../src/database/functions.ts';
import type { OnGap } from '../../src/database/port.ts';
import { LiveHub } from '../../src/live/hub.ts';
import { anonymous, type Watcher } from '../../src/live/topics.ts';
import { createLogger } from '../../src/logger.ts';
import { openStream, type OpenStream } from './stream.ts';

/** A database that tells nothing but what is followed, as the hub sees it. */
let community: CommunityRow;
let card: MemberRow;
let asked: string[][];
let followed: Set<string>;
let heard: boolean;
let tellGap: OnGap;
let hub: LiveHub;
let server: Server;
let watcher: Watcher;
beforeEach(async () => {
  community = { communityId: 'biz_1', visibility: 'public', version: 7 } as CommunityRow;
  card = { userId: 'user_1', xp: 40, level: 2, version: 8 } as MemberRow;
  [asked, followed, heard, watcher] = [[], new Set(), true, anonymous];
  hub = new LiveHub({
    database: {
      listen: async (_onMessage, onGap) => {
        tellGap = onGap;
        return {
          follow: (topic) => void followed.add(topic),
          unfollow: (topic) => void followed.delete(topic),
          hears: () => heard,
          stop: async () => undefined,
        };
      },
    },
    functions: {
      getCommunityStates: async (ids) => (asked.push(ids), [community]),
      getRankCard: async () => card,
    },
    log: createLogger('silent'),
    settings: { pollMs: 20 },
  });
  server = createServer((_request, response) =>
    hub.join('biz_1', watcher, response).open(community, undefined),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await hub.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function watch(as: Watcher): Promise<OpenStream> {
  watcher = as;
  const stream = await openStream(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await stream.untilText('hello');
  return stream;
}

const member: Watcher = { userId: 'user_1', scope: 'members', until: null };

it('follows the topics its viewers need, as long as they need them', async () => {
  const [first, second] = [await watch(member), await watch(anonymous)];
  await expect.poll(() => followed).toEqual(new Set(['community:biz_1', 'member:biz_1:user_1']));
  first?.close();
  await expect.poll(() => followed).toEqual(new Set(['community:biz_1']));
  second?.close();
  await expect.poll(() => followed.size).toBe(0);
});

it('tells a member where they stand when their own events may have been missed, and nobody else', async () => {
  const [own, other] = [await watch(member), await watch({ ...member, userId: 'user_2' })];
  await expect.poll(() => asked.length).toBe(1);
  community = { ...community, version: 8 };
  tellGap('member:biz_1:user_1');
  const { data } = (await own?.until(({ event }) => event === 'member.changed')) ?? {};
  expect(data).toEqual({ userId: 'user_1', xp: 40, level: 2, version: 8 });
  // Nothing has happened since.
  tellGap('member:biz_1:user_1');
  await expect.poll(() => asked.length).toBe(3);
  expect(own?.heard().map(({ event }) => event)).toEqual(['hello', 'member.changed']);
  expect(other?.heard().map(({ event }) => event)).toEqual(['hello']);
});

it('asks nothing while everything is heard, and asks at intervals while it is not', async () => {
  const stream = await watch(anonymous);
  await expect.poll(() => asked).toEqual([['biz_1']]);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(asked).toHaveLength(1);
  heard = false;
  community = { ...community, version: 9 };
  await stream.until(({ data }) => data.version === 9);
});
