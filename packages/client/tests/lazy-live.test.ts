import { beforeEach, expect, it, vi } from 'vitest';
import type { Environment } from '../src/environment.ts';
import { createClient, NetworkError, TimeoutError, type LiveFeed } from '../src/index.ts';
import * as live from '../src/live/index.ts';
import { leaderboard, problem, ScriptedApi } from './support/scripted-api.ts';
import { watch } from './support/watch.ts';
import { World } from './support/world.ts';

type Loads = Environment['loadLive'];

let world: World;
let api: ScriptedApi;
let feed: LiveFeed;
/** How often the live part was asked for. */
let asked: number;
/** What becomes of it when it is asked for. */
let load: Loads;
beforeEach(() => {
  world = new World();
  api = new ScriptedApi();
  api.stream = () => api.greet();
  asked = 0;
  world.loadLive = (first) => {
    asked += 1;
    return load(first);
  };
  feed = createFeed(api.fetch);
});

const createFeed = (fetch: ScriptedApi['fetch']) =>
  createClient({ apiUrl: 'https://x', communityId: 'biz_1', fetch }, world).live();
const watchBoard = () => watch(feed, { kind: 'leaderboard', limit: 10 });

const loads: Loads = () => Promise.resolve(live);
const fails: Loads = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

/** Lets nobody have the live part before the returned function is called. */
function holdBack(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  load = (first) => promise.then(() => loads(first));
  return resolve;
}

it('asks for the data and for the live part at once', async () => {
  const bring = holdBack();
  watchBoard();
  expect(asked).toBe(1);
  await Promise.resolve();
  expect(api.requests.map(({ path }) => path)).toEqual(['/leaderboard?limit=10']);
  bring();
});

it('leaves the network to the first data: all that is watched by then is read, or has failed', async () => {
  const order: string[] = [];
  load = (first) => first.then(() => (order.push('live'), loads(first)));
  const { read } = api;
  const held = Promise.withResolvers<void>();
  const { fetch } = api;
  feed = createFeed(async (input, init) => {
    const answer = await fetch(input, init);
    if (typeof input === 'string' && input.includes('/members/')) await held.promise;
    return answer;
  });
  api.read = (path) => (order.push(path), read(path));
  watchBoard();
  watch(feed, { kind: 'rankCard', userId: 'ana' });
  await world.pass(100);
  expect(order).toEqual(['/leaderboard?limit=10', '/members/ana']);
  held.resolve();
  await world.pass(100);
  expect(order).toEqual(['/leaderboard?limit=10', '/members/ana', 'live']);
});

it('tells the first data before the live part is there, and connects only then', async () => {
  const bring = holdBack();
  const board = watchBoard();
  const second = watch(feed, { kind: 'rankCard', userId: 'ana' });
  await world.pass(0);
  expect([board.data, second.data?.xp]).toEqual([api.board, 30]);
  expect([board.states, feed.state.transport]).toEqual([['connecting'], null]);
  expect(api.count(/live/)).toBe(0);
  bring();
  await world.pass(10_000);
  expect(board.states).toEqual(['connecting', 'live']);
  // What has not changed meanwhile is not asked for again.
  expect([api.count(/leaderboard/), api.count(/members/)]).toEqual([1, 1]);
  api.commit({ ana: 45 });
  await world.pass(0);
  expect([board.data?.entries[0]?.xp, second.data?.xp]).toEqual([45, 45]);
});

it('misses nothing that happened between the first data and the connection', async () => {
  const bring = holdBack();
  const board = watchBoard();
  await world.pass(0);
  const { tell } = api;
  api.tell = () => undefined;
  api.commit({ ben: 60 });
  api.tell = tell;
  bring();
  await world.pass(1000);
  expect(board.data).toEqual(api.board);
  expect(board.updates.map(({ data }) => data.version)).toEqual([1, 2]);
  expect(api.requests.at(-1)?.cache).toBe('no-cache');
});

it('takes over a request that is under way, with what is heard meanwhile', async () => {
  const bring = holdBack();
  const held = Promise.withResolvers<void>();
  const { fetch } = api;
  const slow: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    if (answer.headers.get('Content-Type') === 'application/json') await held.promise;
    return answer;
  };
  feed = createFeed(slow);
  const board = watchBoard();
  await world.pass(0);
  bring();
  await world.pass(0);
  expect(feed.state.status).toBe('live');
  api.commit({ ana: 45 });
  await world.pass(0);
  held.resolve();
  await world.pass(0);
  expect(board.updates.map(({ data, cause }) => [data.entries[0]?.xp, data.version, cause])).toEqual([
    [45, 2, 'snapshot'],
  ]);
  expect(api.count(/leaderboard/)).toBe(1);
});

it('goes on trying for a view that failed before the live part was there, also before a stream says hello', async () => {
  const bring = holdBack();
  const { read } = api;
  Object.assign(api, { read: () => problem(503, 'storage-unavailable'), stream: () => api.openStream() });
  const board = watchBoard();
  await world.pass(0);
  expect(board.errors).toHaveLength(1);
  api.read = read;
  bring();
  await world.pass(3000);
  expect([board.data, feed.state.status]).toEqual([api.board, 'connecting']);
});

it('reads at intervals while the live part cannot be loaded, and is live once it can', async () => {
  load = fails;
  const board = watchBoard();
  await world.pass(0);
  expect([board.data, board.states]).toEqual([api.board, ['connecting']]);
  expect(api.count(/leaderboard/)).toBe(1);
  api.board = leaderboard(2, [['ana', 45]]);
  await world.pass(2000);
  expect([board.data, board.states, board.transports]).toEqual([
    api.board,
    ['connecting', 'polling'],
    [null, 'polling'],
  ]);
  load = loads;
  await world.pass(4000);
  expect(board.states).toEqual(['connecting', 'polling', 'live']);
  expect(asked).toBe(3);
  api.commit({ ana: 60 });
  await world.pass(60_000);
  expect(board.data).toEqual(api.board);
  expect([asked, board.errors]).toEqual([3, []]);
});

it('asks for the live part less and less often, and one question of a dead API, however many views there are', async () => {
  load = fails;
  const board = watchBoard();
  watch(feed, { kind: 'rewards' });
  await world.pass(0);
  api.read = () => null;
  const waits: number[] = [];
  for (let before = asked, last = world.now(); waits.length < 6;) {
    await world.pass(100);
    if (asked === before) continue;
    waits.push(Math.round((world.now() - last) / 1000));
    before = asked;
    last = world.now();
  }
  expect(waits).toEqual([2, 4, 8, 16, 16, 16]);
  expect(feed.state).toMatchObject({ status: 'offline', transport: null });
  expect([api.count(/leaderboard/), api.count(/rewards/)]).toEqual([7, 1]);
  expect(board.updates).toHaveLength(1);
  expect(board.errors.length).toBe(6);
});

it('shows nothing older than before while it reads at intervals', async () => {
  load = fails;
  api.board = { ...api.board, version: 5 };
  const board = watchBoard();
  await world.pass(0);
  api.board = { ...api.board, version: 4 };
  await world.pass(2000);
  expect(board.updates.map(({ data }) => data.version)).toEqual([5, 5]);
});

it('asks for nothing at intervals while nobody looks', async () => {
  load = fails;
  watchBoard();
  await world.pass(0);
  vi.stubGlobal('document', { hidden: true });
  await world.pass(600_000);
  expect(api.requests).toHaveLength(1);
  vi.stubGlobal('document', { hidden: false });
  await world.pass(16_000);
  expect(api.requests).toHaveLength(2);
  vi.unstubAllGlobals();
});

it('answers a second watcher who asks again after an error, also without the live part', async () => {
  load = fails;
  const { read } = api;
  api.read = () => null;
  const first = watchBoard();
  await world.pass(0);
  api.read = read;
  const second = watchBoard();
  await world.pass(0);
  expect([first.data, second.data]).toEqual([api.board, api.board]);
});

it('leaves nothing behind when nobody watches any more, whenever the live part comes', async () => {
  const bring = holdBack();
  watchBoard().stop();
  const board = watchBoard();
  await world.pass(0);
  board.stop();
  bring();
  await world.pass(0);
  expect([feed.state.status, world.leftovers, api.count(/live/)]).toEqual(['idle', 0, 0]);
  load = fails;
  const again = watchBoard();
  await world.pass(10_000);
  again.stop();
  expect([feed.state.status, world.leftovers]).toEqual(['idle', 0]);
});

it('opens one connection for watches that come and go while the live part is loaded', async () => {
  const bring = holdBack();
  watchBoard().stop();
  const board = watchBoard();
  await world.pass(0);
  bring();
  await world.pass(0);
  expect([board.states, api.count(/live/)]).toEqual([['connecting', 'live'], 1]);
});

it('says that nothing answered where the part that claims cannot be loaded', async () => {
  const cause = new TypeError('Failed to fetch dynamically imported module');
  vi.doMock('../src/own.ts', () => Promise.reject(cause));
  const client = createClient({ apiUrl: 'https://x', communityId: 'biz_1', fetch: api.fetch }, world);
  await expect(client.claimReward('r')).rejects.toBeInstanceOf(NetworkError);
  await expect(client.getMyActivity()).rejects.toBeInstanceOf(NetworkError);
  expect(api.requests).toEqual([]);
  vi.doUnmock('../src/own.ts');
});

it('waits for that part no longer than for an answer, and not when it is called off', async () => {
  vi.doMock('../src/own.ts', () => new Promise<never>(() => {}));
  const client = createClient({ apiUrl: 'https://x', communityId: 'biz_1', fetch: api.fetch }, world);
  const reason = new Error('the widget is gone');
  const controller = new AbortController();
  const calledOff = expect(client.getMyActivity({ signal: controller.signal })).rejects.toBe(reason);
  const late = expect(client.claimReward('r')).rejects.toBeInstanceOf(TimeoutError);
  controller.abort(reason);
  await calledOff;
  await world.pass(10_000);
  await late;
  expect(world.leftovers).toBe(0);
  vi.doUnmock('../src/own.ts');
});
