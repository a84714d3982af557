import { beforeEach, expect, it } from 'vitest';
import { createClient, type Leaderboard, type LiveFeed, type View } from '../src/index.ts';
import { WindowEnd } from '../src/live/window-end.ts';
import { leaderboard, ScriptedApi } from './support/scripted-api.ts';
import { watch } from './support/watch.ts';
import { World } from './support/world.ts';

/** The world's clock begins at 18:00. */
const today = { kind: 'day', startsAt: '2026-11-19T18:00:10Z', endsAt: '2026-11-20T18:00:10Z' } as const;
const tomorrow = { kind: 'day', startsAt: today.endsAt, endsAt: '2026-11-21T18:00:10Z' } as const;
const view = { kind: 'leaderboard', window: 'day' } as const;

let world: World;
let api: ScriptedApi;
let feed: LiveFeed;
beforeEach(() => {
  world = new World();
  api = new ScriptedApi();
  api.board = boardOf(today, 30);
  api.stream = () => api.greet();
  feed = createClient({ apiUrl: 'https://x', communityId: 'biz_1', fetch: api.fetch }, world).live();
});

function boardOf(window: Leaderboard['window'], xp: number): Leaderboard {
  return { ...leaderboard(1, [['ana', xp]]), window };
}

async function open(which: View & { kind: 'leaderboard' }) {
  const board = watch(feed, which);
  await world.pass(0);
  return board;
}

it('shows the next window soon after one has ended, though no event says so', async () => {
  const board = await open(view);
  api.board = boardOf(tomorrow, 1);
  await world.pass(9_999);
  expect(api.count(/^\/leaderboard/)).toBe(1);
  await world.pass(4_000);
  expect(board.data).toEqual(api.board);
  await world.pass(20_000);
  expect(api.count(/^\/leaderboard/)).toBe(2);
});

it('asks again where the API’s clock is not as far yet', async () => {
  const board = await open(view);
  await world.pass(14_000);
  expect(board.data?.window).toEqual(today);
  api.board = boardOf(tomorrow, 1);
  await world.pass(34_000);
  expect(board.data?.window).toEqual(tomorrow);
  expect(api.count(/^\/leaderboard/)).toBe(3);
});

it('goes on showing a window that the page named', async () => {
  const board = await open({ ...view, at: '2026-11-20' });
  await world.pass(40_000);
  expect(board.data?.window).toEqual(today);
  expect(api.count(/^\/leaderboard/)).toBe(1);
});

it('shows the next window to a reader who comes back after the end, whether or not anything happened', async () => {
  const board = await open({ ...view, limit: 3 });
  await world.setPage({ hidden: true });
  await world.pass(70_000);
  expect(feed.state.status).toBe('idle');
  const asked = api.count(/^\/leaderboard/);
  await world.pass(600_000);
  expect(api.count(/^\/leaderboard/)).toBe(asked);

  api.board = boardOf(tomorrow, 1);
  await world.setPage({ hidden: false });
  await world.pass(1000);
  expect(board.data).toEqual(api.board);
});

it('leaves nothing behind when nobody watches any more', async () => {
  const board = await open(view);
  board.stop();
  await world.pass(0);
  expect(world.leftovers).toBe(0);
});

it('waits a whole month in pieces that a browser can count', async () => {
  const waits: number[] = [];
  const { after } = world;
  world.after = (milliseconds, callback) => {
    waits.push(milliseconds);
    return after(milliseconds, callback);
  };
  let ends = 0;
  const end = new WindowEnd(world, () => (ends += 1));
  end.watch(view, boardOf({ kind: 'month', startsAt: null, endsAt: '2026-12-20T18:00:00Z' }, 1));
  await world.pass(30 * 86_400_000);
  expect(ends).toBe(0);
  await world.pass(3_000);
  expect(ends).toBe(1);
  expect(Math.max(...waits)).toBeLessThan(2 ** 31);
});
