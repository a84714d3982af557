import { beforeEach, expect, it, vi } from 'vitest';
import { createClient, ProtocolError, type LiveFeed } from '../src/index.ts';
import { json, leaderboard, problem, ScriptedApi } from './support/scripted-api.ts';
import { watch } from './support/watch.ts';
import { World } from './support/world.ts';

let world: World;
let api: ScriptedApi;
let feed: LiveFeed;
beforeEach(() => {
  world = new World();
  api = new ScriptedApi();
  feed = createClient({ apiUrl: 'https://x', communityId: 'biz_1', fetch: api.fetch }, world).live();
});

async function goLive() {
  api.stream = () => api.greet();
  const board = watch(feed, { kind: 'leaderboard', limit: 2 });
  await world.pass(0);
  return board;
}

it.each([
  'nonsense',
  '{"version":2,"changed":[{"userId":"ana","xp":"45","level":0}]}',
  '{"version":2,"changed":[{"userId":"ana","xp":45.5,"level":0}]}',
  '{"version":2,"changed":[null]}',
  '{"version":"2","changed":[]}',
  '{"changed":[]}',
  'null',
])('drops %s, and loads what it may have meant', async (data) => {
  const board = await goLive();
  api.board = leaderboard(2, [
    ['ana', 45],
    ['ben', 15],
  ]);
  api.last.text(`event: community.changed\ndata: ${data}\n\n`);
  await world.pass(1000);
  expect(board.data).toEqual(api.board);
  expect(board.events).toEqual([]);
  expect(board.errors).toEqual([]);
});

it('loads again what an unreadable event of a member may have changed', async () => {
  const board = await goLive();
  api.board = { ...api.board, version: 2 };
  api.last.say('member.leveled_up', { version: 2, userId: 'ana', xp: 100, level: 1 });
  await world.pass(1000);
  expect(board.data?.version).toBe(2);
  expect(board.events).toEqual([]);
});

it('ignores events it does not know', async () => {
  await goLive();
  api.last.say('community.celebrated', { version: 2 });
  api.last.text('data: hello\n\n');
  await world.pass(10_000);
  expect(api.count(/leaderboard/)).toBe(1);
});

it('hands events on, and loads what a member’s own event changes', async () => {
  const board = await goLive();
  const rewards = watch(feed, { kind: 'rewards' });
  const community = watch(feed, { kind: 'community' });
  await world.pass(0);
  api.board = { ...api.board, version: 2 };
  const data = { version: 2, userId: 'ana', xp: 100, level: 1, previousLevel: 0 };
  api.last.say('member.leveled_up', data);
  await world.pass(1000);
  expect(rewards.events).toEqual([{ type: 'member.leveled_up', data }]);
  expect([board.data?.version, rewards.data?.version, community.data?.version]).toEqual([2, 2, 2]);
});

it('tells of an error, keeps what it has, and goes on trying', async () => {
  const board = await goLive();
  const { read } = api;
  api.read = () => problem(503, 'storage-unavailable', { 'Retry-After': '5' });
  api.commit({ cem: 45 });
  await world.pass(1000);
  expect(board.errors).toMatchObject([{ code: 'storage-unavailable', retryAfter: 5 }]);
  const requests = api.requests.length;
  await world.pass(4000);
  expect(api.requests).toHaveLength(requests);
  api.read = read;
  await world.pass(5000);
  expect(board.data).toEqual(api.board);
});

it('loads at once when a stream begins again, however long it has failed', async () => {
  const board = await goLive();
  await world.pass(10_000);
  const { read, stream } = api;
  Object.assign(api, { read: () => null, stream: () => null });
  api.last.cut();
  await world.pass(300_000);
  api.board = leaderboard(2, [['ana', 45]]);
  Object.assign(api, { read, stream });
  await world.setPage({ offline: false });
  await world.pass(200);
  expect(board.data).toEqual(api.board);
});

it('tells of an answer that is none', async () => {
  api.read = () => json({ ...api.board, entries: [null] });
  const board = await goLive();
  expect(board.errors[0]).toBeInstanceOf(ProtocolError);
});

it('tells a second watcher at once what the first one knows, and asks again after an error', async () => {
  await goLive();
  const second = watch(feed, { kind: 'leaderboard', limit: 2 });
  expect(second.data).toEqual(api.board);
  expect(second.states).toEqual(['live']);
  expect(api.count(/leaderboard/)).toBe(1);

  api.read = () => problem(404, 'unknown-member');
  const failed = watch(feed, { kind: 'rankCard', userId: 'ana' });
  await world.pass(20_000);
  expect(failed.errors).toHaveLength(1);
  watch(feed, { kind: 'rankCard', userId: 'ana' });
  await world.pass(0);
  expect(failed.errors).toHaveLength(2);

  api.commit({ zoe: 45 }, {});
  await world.pass(1000);
  expect(second.errors).toHaveLength(1);
  watch(feed, { kind: 'leaderboard', limit: 2 });
  await world.pass(0);
  expect(second.errors).toHaveLength(2);
});

it('says nothing any more to whoever has stopped watching, and leaves nothing behind', async () => {
  const board = await goLive();
  const other = watch(feed, { kind: 'rewards' });
  await world.pass(0);
  board.stop();
  board.stop();
  api.commit({ ana: 45 });
  await world.pass(1000);
  expect(board.updates).toHaveLength(1);
  expect(api.last.isCancelled).toBe(false);
  const last = watch(feed, { kind: 'leaderboard', limit: 3 });
  await world.pass(0);
  api.commit({ zoe: 45 }, {});
  await world.pass(0);
  last.stop();
  other.stop();
  await world.pass(10_000);
  expect(world.leftovers).toBe(0);
  expect(api.count(/limit=2/)).toBe(1);
  expect(api.count(/limit=3/)).toBe(1);
});

it('waits for the end of no window when the last watcher leaves just as its answer comes', async () => {
  const rewards = await goLive();
  api.board = { ...api.board, window: { kind: 'day', startsAt: null, endsAt: '2026-11-20T20:00:00Z' } };
  for (let turns = 0; turns < 40; turns += 1) {
    const board = watch(feed, { kind: 'leaderboard', window: 'day' });
    // The answer is on its way through as many promises.
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    board.stop();
  }
  await world.pass(0);
  rewards.stop();
  await world.pass(20_000);
  expect(world.leftovers).toBe(0);
});

it('lets no observer that throws stop the others', async () => {
  const report = vi.fn();
  vi.stubGlobal('reportError', report);
  api.stream = () => api.greet();
  const thrown = new Error('of the page');
  const fail = () => {
    throw thrown;
  };
  feed.watch({ kind: 'leaderboard', limit: 2 }, { data: fail, state: fail, event: fail });
  const board = await goLive();
  api.commit({ ana: 45 });
  await world.pass(0);
  expect(board.data).toEqual(api.board);
  expect(report.mock.calls.every(([error]) => error === thrown)).toBe(true);
  expect(report.mock.calls.length).toBeGreaterThanOrEqual(4);
  vi.unstubAllGlobals();
});
