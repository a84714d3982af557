import { beforeEach, expect, it, vi } from 'vitest';
import { communityTopic, Member } from './support/member.ts';

let member: Member;
beforeEach(async () => {
  member = await Member.open();
  member.api.stream = () => member.api.greet();
});

/** Lets time pass as it does with a stream that works. */
async function passWithHeartbeats(milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= 20_000) {
    await member.world.pass(Math.min(left, 20_000));
    member.api.streams.at(-1)?.text(':\n\n');
  }
}

it('takes the stream at once where the library does not load', async () => {
  const { realtime, world } = member;
  member.load = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
  const board = member.watchBoard();
  await world.pass(0);
  await member.live('sse');
  expect([board.states, board.transports]).toEqual([
    ['connecting', 'live'],
    [null, 'sse'],
  ]);
  expect(realtime.opened).toEqual([]);
});

it('takes the stream where the environment has no sockets', async () => {
  vi.stubGlobal('WebSocket', undefined);
  try {
    member.watchBoard();
    await member.live('sse');
  } finally {
    vi.unstubAllGlobals();
  }
});

it('takes the stream where the address is none', async () => {
  const { api } = member;
  api.live = { transport: 'supabase', url: 'nowhere', publishableKey: 'k', topics: [communityTopic] };
  member.watchBoard();
  await member.live('sse');
});

it('takes the stream where no socket opens within five seconds', async () => {
  const { feed, realtime, world } = member;
  realtime.door = 'silent';
  member.watchBoard();
  await member.until(() => expect(realtime.opened).toHaveLength(1));
  await world.pass(4900);
  expect(feed.state.status).toBe('connecting');
  await world.pass(200);
  await member.live('sse');
});

it('takes the stream at once where sockets are refused', async () => {
  const { realtime } = member;
  realtime.door = 'closed';
  const board = member.watchBoard();
  await member.live('sse');
  expect(board.states).toEqual(['connecting', 'live']);
  expect(realtime.opened).toHaveLength(1);
});

it('takes the stream after a second refusal to join', async () => {
  const { api, realtime, world } = member;
  realtime.refuse = ({ topic }) =>
    topic === communityTopic
      ? 'Unauthorized: You do not have permissions to read from this Channel topic'
      : undefined;
  const board = member.watchBoard();
  await member.until(() => expect(realtime.frames.length).toBeGreaterThanOrEqual(1));
  expect(api.count(/live/)).toBe(0);
  await world.pass(1000);
  await member.live('sse');
  expect(realtime.frames.filter(({ topic }) => topic === communityTopic)).toHaveLength(2);
  expect([board.states, board.transports]).toEqual([
    ['connecting', 'live'],
    [null, 'sse'],
  ]);
  await member.until(() => expect(realtime.size).toBe(0));
});

it('takes the stream when Realtime breaks twice in a row', async () => {
  const { realtime, world } = member;
  const board = member.watchBoard();
  await member.live();
  realtime.cut();
  await member.until(() => expect(member.feed.state.status).toBe('reconnecting'));
  await world.pass(1000);
  await member.live();
  realtime.cut();
  await member.live('sse');
  expect(board.transports).toEqual([null, 'supabase', null, 'supabase', null, 'sse']);
});

it('polls where neither Realtime nor the stream gets through, and says so at every moment', async () => {
  const { api, feed, realtime, world } = member;
  realtime.door = 'closed';
  api.stream = () => null;
  const board = member.watchBoard();
  await member.until(() => expect(realtime.opened).toHaveLength(1));
  await world.pass(8000);
  await member.until(() => expect(feed.state).toMatchObject({ status: 'polling', transport: 'polling' }));
  expect([board.states, board.transports]).toEqual([
    ['connecting', 'polling'],
    [null, 'polling'],
  ]);

  const { read } = api;
  api.read = () => null;
  await world.pass(60_000);
  expect(feed.state).toMatchObject({ status: 'offline', transport: null });

  Object.assign(api, { read, stream: () => api.greet() });
  await world.pass(60_000);
  await member.live('sse');
  const versions = board.updates.map(({ data }) => data.version);
  expect(versions).toEqual(versions.toSorted((a, b) => a - b));
});

it('goes back to Realtime after five minutes, and the stream stays until then', async () => {
  const { api, feed, realtime } = member;
  realtime.door = 'closed';
  const board = member.watchBoard();
  await member.live('sse');
  const { since } = feed.state;
  await passWithHeartbeats(290_000);
  expect(realtime.opened).toHaveLength(1);
  realtime.door = 'open';
  api.tell = (event, data) => api.last.say(event, data);
  api.commit({ ana: 45 });
  await passWithHeartbeats(20_000);
  await member.live('supabase');
  expect(board.transports).toEqual([null, 'sse', 'supabase']);
  expect(feed.state.since).toEqual(since);
  await member.until(() => expect(api.last.isCancelled).toBe(true));

  api.tell = (event, data) => realtime.broadcast(communityTopic, event, data);
  api.commit({ ana: 60 });
  await member.until(() => expect(board.data).toEqual(api.board));
  expect(board.updates.map(({ data }) => data.version)).toEqual([1, 2, 3]);
  expect(board.states).toEqual(['connecting', 'live']);
});

it('tries Realtime less and less often where it never works, without a moment without the stream', async () => {
  const { api, realtime } = member;
  realtime.door = 'closed';
  const board = member.watchBoard();
  await member.live('sse');
  await passWithHeartbeats(3_600_000);
  // After 5, 15 and 35 minutes.
  await member.until(() => expect(realtime.opened).toHaveLength(4));
  expect(board.transports).toEqual([null, 'sse']);
  expect(api.streams).toHaveLength(1);
});

it('does not mistake what the stream told meanwhile for a database that was put back', async () => {
  const { api, realtime, world } = member;
  realtime.door = 'closed';
  const board = member.watchBoard();
  await member.live('sse');
  realtime.door = 'open';
  const { read } = api;
  api.read = (path) => {
    const answer = read(path);
    if (path !== '' || realtime.topics.length < 2) return answer;
    // The stream tells of a commit while an older answer is on its way.
    api.tell = (event, data) => api.last.say(event, data);
    api.commit({ ana: 45 });
    return answer;
  };
  await passWithHeartbeats(310_000);
  await member.live('supabase');
  await world.pass(1000);
  await member.until(() => expect(board.data).toEqual(api.board));
  expect(board.updates.map(({ data }) => data.version)).toEqual([1, 2]);
});

it('tries Realtime first when the reader comes back to the page', async () => {
  const { realtime, world } = member;
  realtime.door = 'closed';
  member.watchBoard();
  await member.live('sse');
  await world.setPage({ hidden: true });
  await world.pass(61_000);
  expect(member.feed.state).toMatchObject({ status: 'idle', transport: null });
  realtime.door = 'open';
  await world.setPage({ hidden: false });
  await member.live('supabase');
});

it('leaves no socket behind while the page is hidden', async () => {
  const { realtime, world } = member;
  member.watchBoard();
  await member.live();
  await world.setPage({ hidden: true });
  await world.pass(61_000);
  await member.until(() => expect(realtime.size).toBe(0));
  await world.pass(3_600_000);
  expect(realtime.opened).toHaveLength(1);
  await world.setPage({ hidden: false });
  await member.live();
});

it('does not blame Realtime for an API that cannot be reached', async () => {
  const { api, realtime, world } = member;
  const board = member.watchBoard();
  await member.live();
  const { read } = api;
  Object.assign(api, { read: () => null, stream: () => null });
  realtime.cut();
  await member.until(() => expect(board.states).toContain('reconnecting'));
  await world.pass(120_000);
  expect(member.feed.state.status).toBe('offline');
  expect(api.count(/live/)).toBe(0);
  api.read = read;
  await world.pass(12_100);
  await member.live('supabase');
});
