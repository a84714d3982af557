import { beforeEach, expect, it } from 'vitest';
import { createClient, NetworkError, type LiveFeed, type View } from '../src/index.ts';
import { ScriptedApi } from './support/scripted-api.ts';
import { watch } from './support/watch.ts';
import { World } from './support/world.ts';

let world: World;
let api: ScriptedApi;
let feed: LiveFeed;
beforeEach(() => {
  world = new World();
  api = new ScriptedApi();
  api.stream = () => api.greet();
  feed = createClient({ apiUrl: 'https://x', communityId: 'biz_1', fetch: api.fetch }, world).live();
});

it('keeps fifty watchers true over one connection, and asks once for what they have in common', async () => {
  const views: View[] = [
    { kind: 'leaderboard', limit: 10 },
    { kind: 'leaderboard', limit: 3 },
    { kind: 'rankCard', userId: 'ana' },
    { kind: 'community' },
    { kind: 'rewards' },
  ];
  const watchers = Array.from({ length: 50 }, (_, index) => watch(feed, views[index % 5]!));
  await world.pass(10_000);
  expect(api.requests.map(({ path }) => path).toSorted()).toEqual([
    '',
    '/leaderboard?limit=10',
    '/leaderboard?limit=3',
    '/live',
    '/members/ana',
    '/rewards',
  ]);
  api.commit({ ana: 45 });
  await world.pass(0);
  for (const [index, { data, events, states }] of watchers.entries()) {
    expect([events.length, states]).toEqual([1, ['connecting', 'live']]);
    if (index % 5 < 2) expect(data).toEqual(api.board);
    if (index % 5 === 2) expect(data).toMatchObject({ xp: 45 });
  }
  for (const { stop } of watchers.slice(1)) stop();
  expect([feed.state.status, api.last.isCancelled]).toEqual(['live', false]);
  watchers[0]!.stop();
  await world.pass(0);
  expect([feed.state.status, api.last.isCancelled, world.leftovers]).toEqual(['idle', true, 0]);
});

it('keeps what it knows while the API is down, and says since when that may be old', async () => {
  const board = watch(feed, { kind: 'leaderboard' });
  await world.pass(20_000);
  api.commit({ ana: 45 });
  await world.pass(0);
  const heardAt = new Date(world.now());
  Object.assign(api, { read: () => null, stream: () => null });
  api.last.cut();
  await world.pass(600_000);
  expect(feed.state.status).toBe('offline');
  expect(feed.state.since?.getTime()).toBeGreaterThan(heardAt.getTime());
  expect(board.errors.every((error) => error instanceof NetworkError)).toBe(true);

  const late = watch(feed, { kind: 'leaderboard' });
  expect(late.updates).toEqual([{ data: api.board, receivedAt: heardAt, cause: 'live' }]);
  expect(late.states).toEqual(['offline']);
});

it('asks for a view that failed as soon as the network is back', async () => {
  const { read, stream } = api;
  Object.assign(api, { read: () => null, stream: () => null });
  world.page.offline = true;
  const board = watch(feed, { kind: 'leaderboard' });
  await world.pass(300_000);
  expect([board.data, feed.state.status]).toEqual([undefined, 'offline']);
  Object.assign(api, { read, stream });
  await world.setPage({ offline: false });
  await world.pass(1000);
  expect([board.data, feed.state.status]).toEqual([api.board, 'live']);
});
