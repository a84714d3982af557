import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  communitySchema,
  leaderboardSchema,
  memberActivitySchema,
  rankCardSchema,
  rewardSchema,
  rewardsSchema,
} from '@wee5/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPglite } from '../../../api/src/database/pglite.ts';
import { createEnvironment, type Environment } from '../src/environment.ts';
import { createClient, HttpError, NetworkError, type Client, type Leaderboard } from '../src/index.ts';
import { communityId, startQuickServer, Talk, type TestServer } from './support/community.ts';
import { watch } from './support/watch.ts';

let server: TestServer;
let talk: Talk;
let client: Client;
beforeAll(async () => {
  server = await startQuickServer();
  talk = new Talk(server);
  client = createClient({ apiUrl: server.url, communityId });
  for (const userId of ['ana', 'ana', 'ben', 'cem']) await talk.chat(userId);
});
afterAll(() => server.stop());

const totals = ({ entries }: Leaderboard) => entries.map(({ userId, rank, xp }) => [userId, rank, xp]);

/** A world in which time passes some times as fast. */
function lapse(times: number): Partial<Environment> {
  const real = createEnvironment({});
  return {
    now: () => real.now() * times,
    after: (milliseconds, run) => real.after(milliseconds / times, run),
  };
}

describe('each method', () => {
  it('reads what its route answers', async () => {
    const community = communitySchema.parse(await client.getCommunity());
    expect(community).toMatchObject({ communityId, live: { transport: 'sse' } });
    const card = rankCardSchema.parse(await client.getRankCard('ana'));
    expect(card).toMatchObject({ xp: 30, rank: 1, total: 3 });
    expect(rewardsSchema.parse(await client.getRewards())).toMatchObject({ rewards: [] });
    const first = leaderboardSchema.parse(await client.getLeaderboard({ limit: 2 }));
    const cursor = first.nextCursor ?? '';
    const next = leaderboardSchema.parse(await client.getLeaderboard({ limit: 2, cursor }));
    expect([...first.entries, ...next.entries].map(({ rank }) => rank)).toEqual([1, 2, 2]);
    const around = await client.getLeaderboard({ limit: 1, around: 'ana' });
    expect(around.entries.map(({ userId }) => userId)).toEqual(['ana']);
  });

  it('decides for the member whose token it holds', async () => {
    const { identities, functions } = server.context;
    const made = await functions.createReward({
      communityId,
      levelRequirement: 0,
      type: 'custom',
      name: 'Welcome',
      metadata: { code: 'HELLO' },
    });
    const { token } = await identities.memberTokens.mint({
      communityId,
      userId: 'cem',
      access: 'member',
      isOwner: false,
    });
    const own = createClient({ apiUrl: server.url, communityId, token });
    const rewardId = made?.outcome === 'saved' ? made.rewardId : '';
    const claimed = rewardSchema.parse(await own.claimReward(rewardId));
    expect(claimed).toMatchObject({ rewardId, state: 'claimed', metadata: { code: 'HELLO' } });
    await expect(own.claimReward(rewardId)).rejects.toMatchObject({
      status: 409,
      code: 'reward-not-claimable',
    });
    const card = rankCardSchema.parse(await own.updateMe({ visibility: 'hidden' }));
    expect(card).toMatchObject({ userId: 'cem', settings: { visibility: 'hidden' } });
    await expect(client.getRankCard('cem')).rejects.toMatchObject({ code: 'unknown-member' });
    await own.updateMe({ visibility: 'public' });
    await functions.deleteReward({ communityId, rewardId }, '2026-11-20T18:06:00Z');
  });

  it('tells the holder of a token what their XP are made of', async () => {
    const { token } = await server.context.identities.memberTokens.mint({
      communityId,
      userId: 'ana',
      access: 'member',
      isOwner: false,
    });
    const ana = createClient({ apiUrl: server.url, communityId, token });
    const first = memberActivitySchema.parse(await ana.getMyActivity({ limit: 1 }));
    expect(first.entries).toMatchObject([{ xp: 15, summary: '+15: chat' }]);
    const cursor = first.nextCursor ?? '';
    const rest = await ana.getMyActivity({ limit: 1, cursor });
    expect(rest).toMatchObject({ entries: [{ xp: 15 }], nextCursor: null });
    await expect(client.getMyActivity()).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('rejects with the API’s own words', async () => {
    const unknown = createClient({ apiUrl: server.url, communityId: 'biz_unknown' });
    await expect(unknown.getCommunity()).rejects.toMatchObject({ status: 404, code: 'unknown-community' });
    await expect(client.getRankCard('nobody')).rejects.toMatchObject({ code: 'unknown-member' });
    await expect(client.getLeaderboard({ limit: 101 })).rejects.toMatchObject({
      code: 'validation-failed',
      errors: [{ path: 'limit' }],
    });
    const withToken = createClient({ apiUrl: server.url, communityId, token: 'ey.x.y' });
    const refused: unknown = await withToken.getRewards().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(HttpError);
    expect(refused).toMatchObject({ code: 'unauthenticated', requestId: expect.any(String) });
  });
});

describe('the feed', () => {
  it('moves a board and a card when somebody chats, and a rank when somebody else overtakes', async () => {
    const feed = client.live();
    const board = watch(feed, { kind: 'leaderboard', limit: 10 });
    const card = watch(feed, { kind: 'rankCard', userId: 'ana' });
    await expect.poll(() => [board.data, card.data, feed.state.status].every(Boolean)).toBe(true);
    await expect.poll(() => feed.state.status).toBe('live');
    expect(card.data).toMatchObject({ xp: 30, rank: 1 });

    await talk.chat('ben');
    await expect.poll(() => board.data?.entries.map(({ xp }) => xp)).toEqual([30, 30, 15]);
    expect(board.updates.some(({ cause }) => cause === 'live')).toBe(true);
    expect(card.data?.rank).toBe(1);
    await talk.chat('ben');
    await expect.poll(() => card.data?.rank).toBe(2);
    await talk.chat('ana');
    await talk.chat('ana');
    await expect.poll(() => card.data).toMatchObject({ xp: 60, rank: 1 });
    await expect.poll(() => board.data).toEqual(await client.getLeaderboard({ limit: 10 }));
    board.stop();
    card.stop();
  });

  it('tells of a new reward', async () => {
    const rewards = watch(client.live(), { kind: 'rewards' });
    await expect.poll(() => rewards.data).toBeDefined();
    const reward = { communityId, levelRequirement: 5, type: 'badge', name: 'Regular' } as const;
    await server.context.functions.createReward(reward);
    await expect.poll(() => rewards.data?.rewards.map(({ name }) => name)).toEqual(['Regular']);
    expect(rewards.events.map(({ type }) => type)).toContain('community.updated');
    rewards.stop();
  });

  it('shows in the end what a fresh request shows, whatever burst there was', async () => {
    const burst = fc.array(fc.constantFrom(...Array.from('abcdefghijklmnop')), {
      minLength: 5,
      maxLength: 40,
    });
    const query = fc.constantFrom({ limit: 3 }, { limit: 8 }, { limit: 50 }, { limit: 5, around: 'ben' });
    await fc.assert(
      fc.asyncProperty(burst, query, async (userIds, page) => {
        const fresh = createClient({ apiUrl: server.url, communityId }, lapse(5));
        const board = watch(fresh.live(), { kind: 'leaderboard', ...page });
        const card = watch(fresh.live(), { kind: 'rankCard', userId: 'ben' });
        await Promise.all(userIds.map((userId) => talk.chat(`user_${userId}`)));
        const options = { timeout: 15_000, interval: 100 };
        await expect.poll(() => board.data, options).toEqual(await client.getLeaderboard(page));
        await expect.poll(() => card.data, options).toEqual(await client.getRankCard('ben'));
        const versions = board.updates.map(({ data }) => data.version);
        expect(versions).toEqual(versions.toSorted((a, b) => a - b));
        board.stop();
        card.stop();
        expect(fresh.live().state.status).toBe('idle');
      }),
      { numRuns: 6, endOnFailure: true },
    );
  }, 120_000);
});

it('survives an API that dies and comes back at the same address', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'wee5-client-'));
  const start = async (port = '0') =>
    startQuickServer({ database: await openPglite({ dataDir }), environment: { PORT: port } });
  const mortal = await start();
  const members = new Talk(mortal);
  await members.chat('ana');

  const feed = createClient({ apiUrl: mortal.url, communityId }).live();
  const board = watch(feed, { kind: 'leaderboard' });
  await expect.poll(() => feed.state.status).toBe('live');
  await mortal.stop();
  await expect.poll(() => feed.state.status).toBe('reconnecting');
  await expect.poll(() => feed.state.status, { timeout: 10_000 }).toBe('offline');
  expect(totals(board.data as Leaderboard)).toEqual([['ana', 1, 15]]);
  expect(board.errors.every((error) => error instanceof NetworkError)).toBe(true);

  members.server = await start(new URL(mortal.url).port);
  await members.chat('ben');
  await members.chat('ben');
  await expect.poll(() => feed.state.status, { timeout: 15_000 }).toBe('live');
  await expect
    .poll(() => totals(board.data as Leaderboard))
    .toEqual([
      ['ben', 1, 30],
      ['ana', 2, 15],
    ]);
  await members.chat('ana');
  await expect.poll(() => board.data?.entries[1]?.xp).toBe(30);
  board.stop();
  await members.server.stop();
  await rm(dataDir, { recursive: true });
}, 60_000);

it('is there when the API comes up after the page', async () => {
  const first = await startQuickServer();
  const { url } = first;
  await first.stop();
  const feed = createClient({ apiUrl: url, communityId }).live();
  const board = watch(feed, { kind: 'leaderboard' });
  await expect.poll(() => board.errors.length).toBeGreaterThan(0);
  const late = await startQuickServer({ environment: { PORT: new URL(url).port } });
  await new Talk(late).chat('ana');
  await expect
    .poll(() => totals(board.data ?? ({ entries: [] } as never)), { timeout: 20_000 })
    .toEqual([['ana', 1, 15]]);
  await expect.poll(() => feed.state.status, { timeout: 70_000 }).toBe('live');
  board.stop();
  await late.stop();
}, 100_000);
