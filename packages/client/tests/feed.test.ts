import { beforeEach, expect, it } from 'vitest';
import { createClient, type LiveFeed } from '../src/index.ts';
import { changes, json, leaderboard, ScriptedApi } from './support/scripted-api.ts';
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

/** Holds the answers to reads back, as they are when they are asked for, until the returned function is called. */
function holdAnswers(): () => void {
  const { read } = api;
  const waiting: (() => void)[] = [];
  api.read = (path) => {
    const answer = read(path);
    const body = new Promise<void>((resolve) => waiting.push(resolve));
    return new Response(
      new ReadableStream({
        async start(controller) {
          controller.enqueue(new Uint8Array(await (answer as Response).arrayBuffer()));
          await body;
          controller.close();
        },
      }),
    );
  };
  return () => {
    api.read = read;
    for (const go of waiting) go();
  };
}

it('subscribes first, and takes what it heard while the page was loading', async () => {
  const answer = holdAnswers();
  const { updates } = await goLive();
  api.commit({ ana: 45 });
  api.commit({ ben: 60 });
  await world.pass(100);
  answer();
  await world.pass(0);
  expect(updates.map(({ data, cause }) => [data.version, cause])).toEqual([[3, 'snapshot']]);
  expect(updates[0]?.data.entries.map(({ userId, xp, rank }) => [userId, xp, rank])).toEqual([
    ['ben', 60, 1],
    ['ana', 45, 2],
  ]);
});

it('loads again what it heard while the page was loading and could not take', async () => {
  const answer = holdAnswers();
  const board = await goLive();
  const card = watch(feed, { kind: 'rankCard', userId: 'ana' });
  await world.pass(0);
  api.commit({ cem: 60 });
  await world.pass(0);
  answer();
  await world.pass(1000);
  expect(board.data?.entries).toEqual(api.board.entries);
  expect(card.data).toMatchObject({ rank: 2, version: 2 });
});

it('loads a new view at its own version, whatever was heard before', async () => {
  await goLive();
  api.commit({ ana: 45 });
  await world.pass(0);
  api.board = leaderboard(3, [
    ['ana', 60],
    ['ben', 15],
  ]);
  const card = watch(feed, { kind: 'rankCard', userId: 'ana' });
  await world.pass(0);
  expect(card.data).toMatchObject({ xp: 60, version: 3 });

  // What was on its way meanwhile is old news for the card.
  const late = leaderboard(5, [
    ['ana', 90],
    ['ben', 15],
  ]);
  api.board = late;
  const other = watch(feed, { kind: 'rankCard', userId: 'ben' });
  await world.pass(0);
  api.last.say('community.changed', { version: 3, changed: changes({ ben: 5 }) });
  await world.pass(1000);
  expect(other.updates.map(({ data }) => [data.xp, data.version])).toEqual([[15, 5]]);
});

it('applies what a commit changed without asking', async () => {
  const board = await goLive();
  const requests = api.requests.length;
  api.commit({ ana: 145 });
  await world.pass(20_000);
  expect(board.data).toEqual(api.board);
  expect(board.updates.map(({ cause }) => cause)).toEqual(['snapshot', 'live']);
  expect(api.requests).toHaveLength(requests);
});

it('drops what is older than what it has, and what it has heard already', async () => {
  const board = await goLive();
  api.commit({ ana: 45 });
  api.commit({ ana: 60 });
  await world.pass(0);
  for (const version of [1, 2, 3])
    api.last.say('community.changed', { version, changed: changes({ ana: 1 }) });
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
  api.commit({ ana: 45 });
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
  api.commit({ ana: 45 }, { after: 1, changed: changes({ ana: 45, ben: 40 }) });
  await world.pass(0);
  expect(board.data).toEqual(api.board);
  expect(api.count(/leaderboard/)).toBe(1);
});

it('loads again when the change was too long to be told, but not what XP do not change', async () => {
  const board = await goLive();
  watch(feed, { kind: 'rewards' });
  await world.pass(0);
  api.commit({ cem: 45 }, {});
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
  api.commit({ cem: 45 });
  const { read } = api;
  api.read = () => json(old);
  await world.pass(1000);
  expect(board.data?.entries.map(({ userId }) => userId)).toEqual(['ana', 'ben']);
  api.read = read;
  await world.pass(5000);
  expect(board.data).toEqual(api.board);
  const versions = board.updates.map(({ data }) => data.version);
  expect(versions).toEqual(versions.toSorted((a, b) => a - b));
  expect(api.requests.at(-1)?.cache).toBe('no-cache');
});

it('begins again with a database that was put back in time', async () => {
  const board = await goLive();
  for (let total = 45; total < 100; total += 15) api.commit({ ana: total });
  await world.pass(10_000);
  api.board = leaderboard(1, [['dia', 15]]);
  api.last.end();
  await world.pass(2000);
  expect(board.data).toEqual(api.board);
  api.commit({ dia: 30 });
  await world.pass(1000);
  expect(board.data).toEqual(api.board);
});

it('asks at most about twice a second however much happens', async () => {
  const board = await goLive();
  const before = api.count(/leaderboard/);
  for (let index = 0; index < 40; index += 1) {
    api.commit({ [`new_${index}`]: 1000 + index });
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
  api.commit({ ana: 45 });
  await world.pass(0);
  expect(card.updates.at(-1)).toMatchObject({ cause: 'live', data: { xp: 45, progress: 0.45 } });
  api.commit({ ben: 60 });
  await world.pass(1000);
  expect(card.data).toMatchObject({ rank: 2, xp: 45, version: 3 });
  const requests = api.requests.length;
  api.commit({ ben: 75 });
  await world.pass(20_000);
  expect(api.requests).toHaveLength(requests);
});

it('keeps what it loaded when an older answer follows', async () => {
  const board = await goLive();
  const old = api.body('/leaderboard');
  await world.pass(10_000);
  api.board = leaderboard(7, [
    ['ana', 99],
    ['ben', 15],
  ]);
  api.last.end();
  await world.pass(2000);
  api.read = () => json(old);
  api.last.text('event: community.changed\ndata: broken\n\n');
  await world.pass(1000);
  expect(board.data).toEqual(api.board);
});

it('asks once more when something unreadable came in the middle of a request', async () => {
  const answer = holdAnswers();
  const board = await goLive();
  api.board = leaderboard(2, [
    ['ana', 99],
    ['ben', 15],
  ]);
  api.last.text('event: community.changed\ndata: broken\n\n');
  await world.pass(0);
  answer();
  await world.pass(1000);
  expect(board.data).toEqual(api.board);
});

it('does not take somebody for one who stood above before, after a gap in which they may have fallen', async () => {
  await goLive();
  const card = watch(feed, { kind: 'rankCard', userId: 'ana' });
  await world.pass(0);
  api.commit({ ben: 60 });
  await world.pass(1000);
  expect(card.data?.rank).toBe(2);
  api.board = leaderboard(3, [
    ['ana', 30],
    ['ben', 10],
  ]);
  api.commit({ cem: 5 });
  await world.pass(1000);
  expect(card.data?.rank).toBe(1);
  api.commit({ ben: 50 });
  await world.pass(1000);
  expect(card.data?.rank).toBe(2);
});

it('does not believe again what it heard before', async () => {
  await goLive();
  const card = watch(feed, { kind: 'rankCard', userId: 'ana' });
  await world.pass(0);
  api.commit({ ben: 60 });
  await world.pass(1000);
  api.last.say('community.changed', { version: 1, changed: changes({ ben: 15 }) });
  await world.pass(1000);
  const requests = api.requests.length;
  api.commit({ ben: 75 });
  await world.pass(20_000);
  expect(api.requests).toHaveLength(requests);
  expect(card.data?.rank).toBe(2);
});

it('begins again with a database that was put back while no stream came through', async () => {
  api.board = leaderboard(7, [['ana', 99]]);
  const board = watch(feed, { kind: 'leaderboard' });
  await world.pass(15_000);
  expect(board.data?.version).toBe(7);
  api.board = leaderboard(1, [['dia', 15]]);
  api.stream = () => api.greet();
  await world.pass(60_000);
  expect(board.data).toEqual(api.board);
});
