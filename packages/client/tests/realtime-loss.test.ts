import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { communityTopic, Member } from './support/member.ts';
import { changes, leaderboard } from './support/scripted-api.ts';
import { watch } from './support/watch.ts';

let member: Member;
beforeEach(async () => {
  member = await Member.open();
});

/** Silence has set in, whatever the jitter, and what it asked for is answered. */
const SILENCE_MS = 75_000;

/** The database moves on, and the message is lost on the way. */
function commitUnheard(totals: Record<string, number>, { api } = member): void {
  const { tell } = api;
  api.tell = () => undefined;
  api.commit(totals);
  api.tell = tell;
}

it('loads again when the next message shows that one was lost', async () => {
  const { api, world } = member;
  const board = member.watchBoard();
  await member.live();
  commitUnheard({ ben: 40 });
  api.commit({ ana: 45 });
  await member.heard();
  await world.pass(1000);
  await member.until(() => expect(board.data).toEqual(api.board));
  expect(board.updates.map(({ data, cause }) => [data.version, cause])).toEqual([
    [1, 'snapshot'],
    [3, 'snapshot'],
  ]);
});

it('loads everything again after a minute of silence, in case the last message was lost', async () => {
  const { api, world } = member;
  const board = member.watchBoard();
  const card = watch(member.feed, { kind: 'rankCard', userId: 'ana' });
  await member.live();
  commitUnheard({ ben: 40 });
  await world.pass(59_000);
  expect(board.data?.version).toBe(1);
  await world.pass(SILENCE_MS - 59_000);
  await member.until(() => expect(board.data).toEqual(api.board));
  await member.until(() => expect(card.data?.rank).toBe(2));
});

it('loads everything but once while the silence lasts, and then asks one question a minute', async () => {
  const { api, world } = member;
  member.watchBoard();
  watch(member.feed, { kind: 'rankCard', userId: 'ana' });
  watch(member.feed, { kind: 'rewards' });
  await member.live();
  const { requests } = api;
  const before = requests.length;
  await world.pass(SILENCE_MS);
  expect(
    requests
      .slice(before)
      .map(({ path }) => path)
      .toSorted(),
  ).toEqual(['/leaderboard?limit=10', '/members/ana', '/rewards']);
  await world.pass(720_000);
  expect(requests.slice(before + 3).map(({ path }) => path)).toEqual(
    Array.from({ length: 10 }, () => '/leaderboard?limit=10'),
  );
});

it('finds in a long silence what was lost in it, for every view', async () => {
  const { api, world } = member;
  const board = member.watchBoard();
  const card = watch(member.feed, { kind: 'rankCard', userId: 'ana' });
  await member.live();
  await world.pass(600_000);
  commitUnheard({ ben: 40 });
  await world.pass(SILENCE_MS);
  await member.until(() => expect(board.data).toEqual(api.board));
  await member.until(() => expect(card.data).toMatchObject({ rank: 2, version: 2 }));
});

it('does not take a stream for silent, where nothing is lost without the end of the connection', async () => {
  const { api, world } = member;
  api.live = { transport: 'sse', url: '' };
  api.stream = () => api.greet();
  member.watchBoard();
  await member.live('sse');
  const before = api.requests.length;
  for (let time = 0; time < 10; time += 1) {
    await world.pass(30_000);
    api.last.text(':\n\n');
  }
  expect(api.requests).toHaveLength(before);
});

it('is there again after the connection was cut, with what happened meanwhile', async () => {
  const { api, realtime, world } = member;
  const board = member.watchBoard();
  await member.live();
  await world.pass(10_000);
  realtime.cut();
  await member.until(() =>
    expect(member.feed.state).toMatchObject({ status: 'reconnecting', transport: null }),
  );
  commitUnheard({ ben: 40 });
  await world.pass(1000);
  await member.live();
  await world.pass(1000);
  await member.until(() => expect(board.data).toEqual(api.board));
  expect(board.states).toEqual(['connecting', 'live', 'reconnecting', 'live']);
  api.commit({ ana: 60 });
  await member.until(() => expect(board.data).toEqual(api.board));
});

it('begins again with a database that was put back in time', async () => {
  const { api, realtime, world } = member;
  const board = member.watchBoard();
  await member.live();
  for (const total of [45, 60, 75]) api.commit({ ana: total });
  await member.until(() => expect(board.data?.version).toBe(4));
  await world.pass(10_000);
  api.board = leaderboard(1, [['dia', 15]]);
  realtime.cut();
  await member.until(() => expect(member.feed.state.status).toBe('reconnecting'));
  await world.pass(1000);
  await member.live();
  await world.pass(1000);
  await member.until(() => expect(board.data).toEqual(api.board));
});

it('does not remember across a reconnect who stood above, for they may have fallen', async () => {
  const { api, realtime, world } = member;
  const card = watch(member.feed, { kind: 'rankCard', userId: 'ana' });
  await member.live();
  api.commit({ ben: 60 });
  await member.heard();
  await world.pass(10_000);
  await member.until(() => expect(card.data?.rank).toBe(2));
  realtime.cut();
  await member.until(() => expect(member.feed.state.status).toBe('reconnecting'));
  commitUnheard({ ben: 10 });
  await world.pass(1000);
  await member.live();
  await world.pass(1000);
  await member.until(() => expect(card.data?.rank).toBe(1));
  api.commit({ ben: 50 });
  await member.heard();
  await world.pass(1000);
  await member.until(() => expect(card.data?.rank).toBe(2));
});

it('loads again when a message cannot be read', async () => {
  const { api, realtime, world } = member;
  const board = member.watchBoard();
  await member.live();
  commitUnheard({ ben: 40 });
  realtime.broadcast(communityTopic, 'community.changed', { version: '2', changed: [] });
  await member.heard();
  await world.pass(1000);
  await member.until(() => expect(board.data).toEqual(api.board));
});

/** What may become of a message on its way. */
const fate = fc.constantFrom('arrives', 'is lost', 'comes twice', 'comes late', 'breaks the connection');
const commit = fc.record({
  userId: fc.constantFrom('ana', 'ben', 'cem'),
  gain: fc.integer({ min: 1, max: 40 }),
  fate,
});

it('shows the truth in the end, and nothing older than before, whatever is lost, doubled or late', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(commit, { minLength: 1, maxLength: 12 }), async (commits) => {
      const each = await Member.open();
      const board = each.watchBoard();
      const card = watch(each.feed, { kind: 'rankCard', userId: 'ben' });
      await each.live();
      for (const step of commits) await live(step, each);
      await each.world.pass(SILENCE_MS * 2);
      await each.until(() => expect(board.data).toEqual(each.api.board));
      await each.until(() => expect(card.data).toEqual(each.api.body('/members/ben')));
      for (const { updates } of [board, card]) {
        const versions = updates.map(({ data }) => data.version);
        expect(versions).toEqual(versions.toSorted((a, b) => a - b));
      }
      board.stop();
      card.stop();
    }),
    { numRuns: 40 },
  );
}, 120_000);

async function live(
  { userId, gain, fate: what }: { userId: string; gain: number; fate: string },
  each: Member,
): Promise<void> {
  const { api, realtime, world } = each;
  const xp = (api.board.entries.find((entry) => entry.userId === userId)?.xp ?? 0) + gain;
  commitUnheard({ [userId]: xp }, each);
  const message = { version: api.board.version, changed: changes({ [userId]: xp }) };
  const tell = () => realtime.broadcast(communityTopic, 'community.changed', message);
  if (what === 'arrives' || what === 'comes twice') tell();
  if (what === 'comes twice') tell();
  if (what === 'comes late') world.after(gain * 30, tell);
  if (what === 'breaks the connection') realtime.cut();
  await world.pass(gain * 20);
}
