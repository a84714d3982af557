import { beforeEach, expect, it, vi } from 'vitest';
import { createClient } from '../src/index.ts';
import type { RealtimeOptions } from '../src/live/transports/realtime-library.ts';
import { communityTopic, Member, memberTopic } from './support/member.ts';
import { leaderboard } from './support/scripted-api.ts';
import { watch } from './support/watch.ts';

let member: Member;
beforeEach(async () => {
  member = await Member.open();
});

it('is live over Realtime for a member, with the token on every join and no stream beside it', async () => {
  const { api, realtime, feed, world, tokens } = member;
  const board = member.watchBoard();
  await member.live();
  expect(feed.state).toEqual({ status: 'live', transport: 'supabase', since: new Date(world.now()) });
  expect(board.transports).toEqual([null, 'supabase']);
  const join = { event: 'phx_join', token: tokens[0], isPrivate: true };
  expect(realtime.frames).toEqual([
    { ...join, topic: communityTopic },
    { ...join, topic: memberTopic },
  ]);
  expect(realtime.opened.map(({ pathname, searchParams }) => [pathname, searchParams.get('apikey')])).toEqual(
    [['/realtime/v1/websocket', 'sb_publishable_1']],
  );
  expect(api.count(/live/)).toBe(0);
});

it('puts the token into no address', async () => {
  member.watchBoard();
  await member.live();
  const addresses = [...member.realtime.opened.map(String), ...member.api.requests.map(({ path }) => path)];
  for (const address of addresses) expect(address).not.toContain(member.tokens[0]);
});

it('leaves anonymous visitors to the stream, and loads nothing for them', async () => {
  const { api, world } = member;
  member.load = vi.fn(member.load);
  api.stream = () => api.greet();
  const options = { apiUrl: 'https://x', communityId: 'biz_1', fetch: api.fetch };
  const { states, transports } = watch(createClient(options, world).live(), { kind: 'rewards' });
  await world.pass(10_000);
  expect([states, transports]).toEqual([
    ['connecting', 'live'],
    [null, 'sse'],
  ]);
  expect(member.load).not.toHaveBeenCalled();
  expect(api.count(/^$/)).toBe(0);
});

it('takes the stream where the API offers no Realtime, and does not ask again while it lasts', async () => {
  const { api, world } = member;
  api.live = { transport: 'sse', url: '' };
  member.load = vi.fn(member.load);
  api.stream = () => api.greet();
  member.watchBoard();
  await member.live('sse');
  for (let minute = 0; minute < 60; minute += 1) {
    await world.pass(50_000);
    api.last.text(':\n\n');
  }
  expect(api.count(/^$/)).toBe(1);
  expect(member.load).not.toHaveBeenCalled();
});

it('applies what a commit changed without asking', async () => {
  const { api } = member;
  const board = member.watchBoard();
  await member.live();
  const requests = api.requests.length;
  api.commit({ ana: 145 });
  await member.until(() => expect(board.data).toEqual(api.board));
  expect(board.updates.map(({ cause }) => cause)).toEqual(['snapshot', 'live']);
  expect(api.requests).toHaveLength(requests);
});

it('loads again what the member alone is told of', async () => {
  const { api, realtime, world } = member;
  const rewards = watch(member.feed, { kind: 'rewards' });
  await member.live();
  api.board = { ...api.board, version: 2 };
  const reward = { rewardId: 'r_1', name: 'Regular' };
  realtime.broadcast(memberTopic, 'reward.unlocked', { version: 2, userId: 'ana', reward });
  await member.until(() => expect(rewards.events.map(({ type }) => type)).toEqual(['reward.unlocked']));
  await world.pass(1000);
  await member.until(() => expect(rewards.data?.version).toBe(2));
});

it('joins first and then asks how far the community is, so that nothing falls in between', async () => {
  const { api, realtime, world } = member;
  const { read } = api;
  const reads: string[][] = [];
  api.read = (path) => {
    const answer = read(path);
    if (path === '') reads.push(realtime.topics);
    // Committed after the page was loaded and before anybody listened.
    else if (api.board.version === 1) api.board = leaderboard(2, [['ben', 40]]);
    return answer;
  };
  const board = member.watchBoard();
  await member.live();
  expect(reads).toEqual([[], [communityTopic, memberTopic]]);
  await world.pass(1000);
  await member.until(() => expect(board.data).toEqual(api.board));
});

it('takes what it hears before it knows how far the community is, on top of what it loads', async () => {
  const { api, realtime, world } = member;
  const { fetch } = api;
  let go = (): void => undefined;
  const held = new Promise<void>((resolve) => (go = resolve));
  const slow: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    // The answer is as old as the question, however long it takes.
    if (realtime.topics.length === 2) await held;
    return answer;
  };
  const options = { apiUrl: 'https://x', communityId: 'biz_1', fetch: slow, token: member.tokens[0] };
  const feed = createClient(options, world).live();
  const board = watch(feed, { kind: 'leaderboard', limit: 10 });
  await member.until(() => expect(api.count(/^$/)).toBe(2));
  api.commit({ ana: 45 });
  api.commit({ ben: 60 });
  await member.heard();
  expect([board.states, board.data?.version]).toEqual([['connecting'], 1]);
  go();
  await member.until(() => expect(board.data).toEqual(api.board));
  await world.pass(2000);
  expect(board.updates.map(({ data }) => data.version)).toEqual([1, 2, 3]);
  expect(api.count(/leaderboard/)).toBe(1);
});

it('drops what is older than what it has, and what is none of its events', async () => {
  const { api, realtime, world } = member;
  const board = member.watchBoard();
  await member.live();
  api.commit({ ana: 45 });
  await member.until(() => expect(board.data?.version).toBe(2));
  const requests = api.requests.length;
  realtime.broadcast(communityTopic, 'community.changed', { version: 1, changed: [] });
  realtime.broadcast(communityTopic, 'INSERT', { record: {} });
  realtime.broadcast(communityTopic, 'hello', { version: 99 });
  await member.heard();
  await world.pass(5000);
  expect(board.data).toEqual(api.board);
  expect(api.requests).toHaveLength(requests);
});

it('is idle with the last watcher: no socket stays, and none comes back', async () => {
  const { realtime, world } = member;
  const board = member.watchBoard();
  await member.live();
  board.stop();
  expect(member.feed.state.status).toBe('idle');
  await member.until(() => expect(realtime.size).toBe(0));
  expect(world.leftovers).toBe(0);
  member.watchBoard();
  await member.live();
  expect(realtime.size).toBe(1);
});

it('tells the library to stop, and gives it no socket where it does not', async () => {
  const { load, realtime } = member;
  const sockets: RealtimeOptions['transport'][] = [];
  let stops = 0;
  member.load = async () => {
    const { RealtimeClient } = await load();
    class Watched extends RealtimeClient {
      constructor(url: string, options: RealtimeOptions) {
        super(url, options);
        sockets.push(options.transport);
      }
      override disconnect() {
        stops += 1;
        return super.disconnect();
      }
    }
    return { RealtimeClient: Watched };
  };
  const board = member.watchBoard();
  await member.live();
  board.stop();
  expect(stops).toBe(1);
  const [Socket] = sockets;
  expect(new Socket!(realtime.url).readyState).toBe(WebSocket.CLOSED);
  await member.until(() => expect(realtime.size).toBe(0));
  expect(realtime.opened).toHaveLength(1);
});
