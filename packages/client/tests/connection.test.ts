import { beforeEach, expect, it } from 'vitest';
import { createClient, type LiveFeed } from '../src/index.ts';
import { addressOf, problem, ScriptedApi } from './support/scripted-api.ts';
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
  const watched = watch(feed, { kind: 'leaderboard' });
  await world.pass(0);
  if (feed.state.status !== 'live') api.last.say('hello', { version: 1 });
  await world.pass(0);
  expect(feed.state.status).toBe('live');
  return watched;
}

it('is idle until somebody watches, and again when nobody does', async () => {
  expect(feed.state).toEqual({ status: 'idle', transport: null, since: null });
  await world.pass(60_000);
  expect(api.requests).toEqual([]);
  const watched = await goLive();
  expect(feed.state).toEqual({ status: 'live', transport: 'sse', since: new Date(world.now()) });
  watched.stop();
  await world.pass(0);
  expect(watched.states).toEqual(['connecting', 'live']);
  expect(feed.state.status).toBe('idle');
  expect(api.last.isCancelled).toBe(true);
  expect(world.leftovers).toBe(0);
});

it('opens one stream for many views, and asks once for equal ones', async () => {
  const views = [1, 2, 3].map(() => watch(feed, { kind: 'leaderboard', limit: 10 }));
  watch(feed, { kind: 'community' });
  watch(feed, { kind: 'rankCard', userId: 'ana' });
  await world.pass(0);
  expect(api.requests.map(({ path }) => path).toSorted()).toEqual([
    '',
    '/leaderboard?limit=10',
    '/live',
    '/members/ana',
  ]);
  expect(views.map(({ data }) => data?.version)).toEqual([1, 1, 1]);
});

it('sends no header with a stream that would cost anonymous pages a preflight', async () => {
  await goLive();
  const { headers } = api.requests.find(({ path }) => path === '/live')!;
  expect([...headers]).toEqual([['accept', 'text/event-stream']]);
});

it('comes back after a stream was cut or ended, in a random part of a time that doubles', async () => {
  await goLive();
  await world.pass(10_000);
  api.stream = () => null;
  api.read = () => null;
  api.last.cut();
  await world.pass(0);
  expect(feed.state).toMatchObject({ status: 'reconnecting', transport: null });

  const waits: number[] = [];
  let before = world.now();
  let attempts = api.count(/live/);
  while (waits.length < 8) {
    await world.pass(100);
    if (api.count(/live/) === attempts) continue;
    attempts = api.count(/live/);
    waits.push(Math.round((world.now() - before) / 1000));
    before = world.now();
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30, 30]);
  world.chance = 0.5;
  await world.pass(30_100);
  before = world.now();
  await world.pass(15_000);
  expect(api.count(/live/) - attempts).toBe(2);
});

/** How long it takes until the next stream is asked for. */
async function untilNextStream(): Promise<number> {
  const before = { at: world.now(), count: api.count(/live/) };
  while (api.count(/live/) === before.count) await world.pass(100);
  return Math.round((world.now() - before.at) / 1000);
}

it('does not take a stream that died at once for a success', async () => {
  api.stream = () => api.greet();
  await goLive();
  const waits: number[] = [];
  for (const lived of [0, 1000, 1000, 6000, 0]) {
    await world.pass(lived);
    api.last.end();
    waits.push(await untilNextStream());
    await world.pass(0);
    expect(feed.state.status).toBe('live');
  }
  expect(waits).toEqual([1, 2, 4, 1, 2]);
});

it('waits as long as the API asks to', async () => {
  await goLive();
  api.last.text('retry: 5000\n\n');
  await world.pass(10_000);
  api.last.end();
  await world.pass(4_900);
  expect(api.streams).toHaveLength(1);
  await world.pass(200);
  expect(api.streams).toHaveLength(2);

  api.stream = () => problem(503, 'overloaded', { 'Retry-After': '60' });
  api.last.end();
  await world.pass(11_000);
  const attempts = api.count(/live/);
  await world.pass(59_000);
  expect(api.count(/live/)).toBe(attempts);
});

it('takes a minute of silence for the end, and a heartbeat for life', async () => {
  await goLive();
  for (let minute = 0; minute < 5; minute += 1) {
    await world.pass(55_000);
    api.last.text(':\n\n');
    await world.pass(0);
  }
  expect(api.streams).toHaveLength(1);
  await world.pass(59_900);
  expect(feed.state.status).toBe('live');
  await world.pass(200);
  expect(feed.state.status).toBe('reconnecting');
  expect(api.streams[0]?.isCancelled).toBe(true);
  await world.pass(1000);
  expect(api.streams).toHaveLength(2);
});

it('polls where something on the way holds streams back, and goes on trying', async () => {
  const { updates, states } = watch(feed, { kind: 'leaderboard' });
  // A stream opens, and nothing ever comes.
  await world.pass(60_000);
  expect(states).toEqual(['connecting', 'polling']);
  expect(feed.state.transport).toBe('polling');
  const polled = updates.length;
  await world.pass(60_000);
  expect(updates.length - polled).toBeGreaterThanOrEqual(5);
  expect(updates.at(-1)).toMatchObject({ cause: 'snapshot' });

  api.stream = () => api.greet();
  await world.pass(40_000);
  expect(feed.state.status).toBe('live');
  const live = updates.length;
  await world.pass(50_000);
  expect(updates).toHaveLength(live);
});

it.each([
  ['is no stream', () => new Response('<h1>Hello</h1>', { headers: { 'Content-Type': 'text/html' } })],
  ['is refused', () => problem(404, 'not-found')],
])('polls where the answer %s', async (_what, stream) => {
  api.stream = stream;
  const { states } = watch(feed, { kind: 'leaderboard' });
  await world.pass(10_000);
  expect(states).toEqual(['connecting', 'polling']);
});

it('is offline while nothing answers, and live again when the API is back', async () => {
  const { states, errors, data, updates } = await goLive();
  await world.pass(10_000);
  const { read } = api;
  api.read = () => null;
  api.stream = () => null;
  api.last.cut();
  await world.pass(60_000);
  expect(states).toEqual(['connecting', 'live', 'reconnecting', 'offline']);
  expect(errors.length).toBeGreaterThan(0);
  expect(updates.at(-1)?.data).toBe(data);

  // The next attempt is half a minute away, the next question to the API is not.
  await untilNextStream();
  Object.assign(api, { read, stream: () => api.greet() });
  await world.pass(12_100);
  expect(feed.state.status).toBe('live');
});

it('asks a dead API one question at a time, however many views there are', async () => {
  api.read = () => null;
  api.stream = () => null;
  for (const userId of 'abcdefghij') watch(feed, { kind: 'rankCard', userId });
  await world.pass(120_000);
  const before = api.requests.length;
  await world.pass(600_000);
  // Every view by itself, twice a minute at most, besides the stream.
  expect(api.requests.length - before).toBeLessThan(10 * 20 + 100);
});

it('does not ask again and again for a community that does not exist', async () => {
  api.read = () => problem(404, 'unknown-community');
  api.stream = () => problem(404, 'unknown-community');
  const { errors } = watch(feed, { kind: 'leaderboard' });
  await world.pass(600_000);
  expect(errors[0]).toMatchObject({ code: 'unknown-community' });
  expect(api.requests.length).toBeLessThan(40);
});

it('pauses a minute after the page was hidden, and is there again when it is shown', async () => {
  await goLive();
  await world.setPage({ hidden: true });
  await world.pass(59_000);
  api.last.text(':\n\n');
  expect(feed.state.status).toBe('live');
  await world.pass(2000);
  expect(feed.state.status).toBe('idle');
  expect(api.last.isCancelled).toBe(true);
  const before = api.requests.length;
  await world.pass(3_600_000);
  expect(api.requests).toHaveLength(before);

  await world.setPage({ hidden: false });
  expect(feed.state.status).toBe('connecting');
  api.board = { ...api.board, version: 2 };
  api.last.say('hello', { version: 2 });
  await world.pass(1000);
  expect(feed.state.status).toBe('live');
  expect(api.count(/leaderboard/)).toBe(2);
});

it('stays when the page is only hidden for a moment', async () => {
  await goLive();
  await world.setPage({ hidden: true });
  await world.pass(30_000);
  await world.setPage({ hidden: false });
  for (let time = 0; time < 4; time += 1) {
    await world.pass(20_000);
    api.last.text(':\n\n');
  }
  expect(feed.state.status).toBe('live');
  expect(api.streams).toHaveLength(1);
});

it('tries at once when the browser says that the network is back', async () => {
  await goLive();
  api.stream = () => null;
  api.read = () => null;
  await world.setPage({ offline: true });
  await world.pass(0);
  expect(feed.state.status).toBe('offline');
  await world.pass(120_000);
  api.stream = () => api.openStream();
  await world.setPage({ offline: false });
  await world.pass(0);
  api.last.say('hello', { version: 1 });
  await world.pass(0);
  expect(feed.state.status).toBe('live');
});

it('does not believe a browser that says it is offline and is not', async () => {
  const { states } = await goLive();
  await world.setPage({ offline: true });
  api.last.say('hello', { version: 1 });
  await world.pass(1000);
  expect(states).toEqual(['connecting', 'live']);
});

it('does not trust a stream that was quiet while the machine slept', async () => {
  await goLive();
  await world.setPage({ hidden: true });
  await world.pass(40_000);
  await world.setPage({ hidden: false });
  expect(api.streams).toHaveLength(2);
});

it('asks for another token when the stream is refused for the old one', async () => {
  const tokens = ['old', 'new'];
  const { fetch } = api;
  const guarded: typeof fetch = (input, init) => {
    const allowed = new Headers(init?.headers).get('authorization') === 'Bearer new';
    return allowed ? fetch(input, init) : Promise.resolve(problem(401, 'unauthenticated'));
  };
  const getToken = async () => tokens.shift() ?? 'new';
  feed = createClient({ apiUrl: 'https://x', communityId: 'biz_1', fetch: guarded, getToken }, world).live();
  await goLive();
});

it('pauses as well on a page that was hidden from the beginning', async () => {
  world.page.hidden = true;
  await goLive();
  await world.pass(61_000);
  expect(feed.state.status).toBe('idle');
});

it('asks for nothing while it pauses, whatever is still missing', async () => {
  api.read = () => null;
  await goLive();
  await world.setPage({ hidden: true });
  await world.pass(120_000);
  const before = api.requests.length;
  await world.pass(3_600_000);
  expect(api.requests).toHaveLength(before);
});

it('is live as soon as a stream is, also in the middle of polling', async () => {
  api.stream = () => null;
  const { fetch } = api;
  const waiting: (() => void)[] = [];
  const slow: typeof fetch = async (input, init) => {
    if (!addressOf(input).endsWith('/live')) await new Promise<void>((resolve) => waiting.push(resolve));
    return fetch(input, init);
  };
  feed = createClient({ apiUrl: 'https://x', communityId: 'biz_1', fetch: slow }, world).live();
  const { states } = watch(feed, { kind: 'leaderboard' });
  await world.pass(4000);
  api.stream = () => api.greet();
  await world.pass(4000);
  expect(states).toEqual(['connecting', 'live']);
  for (const go of waiting) go();
  await world.pass(20_000);
  expect(states).toEqual(['connecting', 'live']);
});
