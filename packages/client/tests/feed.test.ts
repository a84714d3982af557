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

const xp = (totals: Record<string, number>) =>
  Object.entries(totals).map(([userId, total]) => ({ userId, xp: total, level: Math.floor(total / 100) }));

/** The database moves on, and the stream says so. */
function commit(totals: Record<string, number>, message: object = { changed: xp(totals) }): void {
  const known = Object.fromEntries(api.board.entries.map((entry) => [entry.userId, entry.xp]));
  api.board = leaderboard(api.board.version + 1, Object.entries({ ...known, ...totals }));
  api.last.say('community.changed', { version: api.board.version, ...message });
}

async function goLive() {
  api.stream = () => api.greet();
  const board = watch(feed, { kind: 'leaderboard', limit: 2 });
  await world.pass(0);
  return board;
}

it('subscribes first, and takes what it heard while the page was loading', async () => {
  let answer!: (response: Response) => void;
  const { fetch } = api;
  const slow: typeof fetch = (input, init) =>
    String(input).includes('leaderboard') ? new Promise((resolve) => (answer = resolve)) : fetch(input, init);
  feed = createClient({ apiUrl: 'https://x', communityId: 'biz_1', fetch: slow }, world).live();
  const { updates } = await goLive();
  const old = json(api.board);
  commit({ ana: 45 });
  commit({ ben: 60 });
  await world.pass(100);
  answer(old);
  await world.pass(0);
  expect(updates.map(({ data, cause }) => [data.version, cause])).toEqual([[3, 'snapshot']]);
  expect(updates[0]?.data.entries.map(({ userId, xp: total, rank }) => [userId, total, rank])).toEqual([
    ['ben', 60, 1],
    ['ana', 45, 2],
  ]);
});

it('applies what a commit changed without asking', async () => {
  const board = await goLive();
  const requests = api.requests.length;
  commit({ ana: 145 });
  await world.pass(20_000);
  expect(board.data).toEqual(api.board);
  expect(board.updates.map(({ cause }) => cause)).toEqual(['snapshot', 'live']);
  expect(api.requests).toHaveLength(requests);
});

it('drops what is older than what it has, and what it has heard already', async () => {
  const board = await goLive();
  commit({ ana: 45 });
  commit({ ana: 60 });
  await world.pass(0);
  for (const version of [1, 2, 3]) api.last.say('community.changed', { version, changed: xp({ ana: 1 }) });
  await world.pass(20_000);
  expect(board.data).toEqual(api.board);
  expect(board.updates.map(({ data }) => data.version)).toEqual([1, 2, 3]);
});

it('loads again when a commit was missed', async () => {
  const board = await goLive();
  api.board = leaderboard(2, [
    ['ana', 30],
    ['ben', 40],
  ]);
  commit({ ana: 45 });
  await world.pass(1000);
  expect(board.data).toEqual(api.board);
  expect(board.updates.map(({ cause }) => cause)).toEqual(['snapshot', 'snapshot']);
});

it('takes several commits told as one for no gap', async () => {
  const board = await goLive();
  api.board = leaderboard(4, [
    ['ana', 30],
    ['ben', 40],
  ]);
  commit({ ana: 45 }, { after: 1, changed: xp({ ana: 45, ben: 40 }) });
  await world.pass(0);
  expect(board.data).toEqual(api.board);
  expect(api.count(/leaderboard/)).toBe(1);
});

it('loads again when the change was too long to be told, but not what XP do not change', async () => {
  const board = await goLive();
  watch(feed, { kind: 'rewards' });
  await world.pass(0);
  commit({ cem: 45 }, {});
  await world.pass(1000);
  expect(board.data?.entries).toEqual(api.board.entries);
  expect(api.count(/rewards/)).toBe(1);
});

it('loads everything again when the settings changed', async () => {
  await goLive();
  const rewards = watch(feed, { kind: 'rewards' });
  const community = watch(feed, { kind: 'community' });
  await world.pass(0);
  api.board = { ...api.board, version: 2 };
  api.last.say('community.updated', { version: 2 });
  await world.pass(1000);
  expect([rewards.data?.version, community.data?.version]).toEqual([2, 2]);
});

it('loads again after a reconnect if something happened meanwhile, and only then', async () => {
  const board = await goLive();
  await world.pass(10_000);
  api.last.end();
  await world.pass(2000);
  expect(feed.state.status).toBe('live');
  expect(api.count(/leaderboard/)).toBe(1);

  await world.pass(10_000);
  api.board = leaderboard(7, [
    ['ana', 99],
    ['ben', 15],
  ]);
  api.last.end();
  await world.pass(2000);
  expect(board.data).toEqual(api.board);
});

it('is not fooled by an old answer of a cache on the way', async () => {
  const board = await goLive();
  const old = api.body('/leaderboard');
  commit({ cem: 45 });
  const { read } = api;
  api.read = () => json(old);
  await world.pass(1000);
  expect(board.data?.entries.map(({ userId }) => userId)).toEqual(['ana', 'ben']);
  api.read = read;
  await world.pass(5000);
  expect(board.data).toEqual(api.board);
  expect(board.updates.map(({ data }) => data.version)).toEqual(
    board.updates.map(({ data }) => data.version).toSorted(),
  );
  expect(api.requests.at(-1)?.cache).toBe('no-cache');
});

it('begins again with a database that was put back in time', async () => {
  const board = await goLive();
  for (let total = 45; total < 100; total += 15) commit({ ana: total });
  await world.pass(10_000);
  api.board = leaderboard(1, [['dia', 15]]);
  api.last.end();
  await world.pass(2000);
  expect(board.data).toEqual(api.board);
  commit({ dia: 30 });
  await world.pass(1000);
  expect(board.data).toEqual(api.board);
});

it('asks at most about twice a second however much happens', async () => {
  const board = await goLive();
  const before = api.count(/leaderboard/);
  for (let index = 0; index < 40; index += 1) {
    commit({ [`new_${index}`]: 1000 + index });
    await world.pass(250);
  }
  expect(api.count(/leaderboard/) - before).toBeLessThanOrEqual(20);
  await world.pass(1000);
  expect(board.data).toEqual(api.board);
});

it('shows a card’s own XP at once, and its rank when another member overtakes', async () => {
  api.stream = () => api.greet();
  const card = watch(feed, { kind: 'rankCard', userId: 'ana' });
  await world.pass(0);
  expect(card.data?.rank).toBe(1);
  commit({ ana: 45 });
  await world.pass(0);
  expect(card.updates.at(-1)).toMatchObject({ cause: 'live', data: { xp: 45, progress: 0.45 } });
  commit({ ben: 60 });
  await world.pass(1000);
  expect(card.data).toMatchObject({ rank: 2, xp: 45, version: 3 });
  const requests = api.requests.length;
  commit({ ben: 75 });
  await world.pass(20_000);
  expect(api.requests).toHaveLength(requests);
});

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
  commit({ cem: 45 });
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
});

it('says nothing any more to whoever has stopped watching, and leaves nothing behind', async () => {
  const board = await goLive();
  const other = watch(feed, { kind: 'rewards' });
  await world.pass(0);
  board.stop();
  board.stop();
  commit({ ana: 45 });
  await world.pass(1000);
  expect(board.updates).toHaveLength(1);
  expect(api.last.isCancelled).toBe(false);
  commit({ zoe: 45 }, {});
  other.stop();
  await world.pass(10_000);
  expect(world.leftovers).toBe(0);
  expect(api.count(/leaderboard/)).toBe(1);
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
  commit({ ana: 45 });
  await world.pass(0);
  expect(board.data).toEqual(api.board);
  expect(report.mock.calls.every(([error]) => error === thrown)).toBe(true);
  expect(report.mock.calls.length).toBeGreaterThanOrEqual(4);
  vi.unstubAllGlobals();
});
