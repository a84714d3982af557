import { createClient, type Leaderboard, type LiveState } from '@wee5/client';
import { createDatabase, dropDatabase } from '@wee5/tooling/postgres';
import { startRedis, UpstashFront, type RedisServer } from '@wee5/tooling/redis';
import { findFreePort } from '@wee5/tooling/servers';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, it, vi } from 'vitest';
import { skipWithoutRedis } from '../support/redis.ts';
import {
  expectCooldownsApart,
  expectSumsToAgree,
  readTotals,
  sequentialTotals,
  withoutCooldown,
} from './booked.ts';
import { happenings, seeded } from './deliveries.ts';
import { Replica } from './replica.ts';
import { deliverAll, secret } from './replicas.ts';

const seed = Number(process.env['WEE5_SEED'] ?? Date.now() % 1_000_000);
const communities = ['biz_0', 'biz_1', 'biz_2'];

let replicas: Replica[];
let redis: RedisServer;
let front: UpstashFront;
let client: pg.Client;
let databaseName: string;
let random: () => number;
let viewers: Viewer[];

beforeEach(skipWithoutRedis);
beforeEach(async () => {
  random = seeded(seed);
  databaseName = `replicas_${process.pid}_${Math.floor(performance.now())}`;
  const url = await createDatabase(inject('postgres').url, databaseName);
  client = new pg.Client(url);
  await client.connect();
  redis = await startRedis();
  front = await UpstashFront.start(redis.url);
  const environment = {
    DATABASE_URL: url,
    UPSTASH_REDIS_REST_URL: front.url,
    UPSTASH_REDIS_REST_TOKEN: front.token,
    WHOP_WEBHOOK_SECRET: secret,
    LOG_LEVEL: 'info',
  };
  const ports = [await findFreePort(), await findFreePort()];
  replicas = ports.map((port) => new Replica({ ...environment, PORT: String(port) }));
  await Promise.all(replicas.map((replica) => replica.start()));
  viewers = [];
});

afterEach(async () => {
  for (const viewer of viewers) viewer.close();
  await Promise.all(replicas.map((replica) => replica.stop()));
  await front.close();
  await redis.stop();
  await client.end();
  await dropDatabase(inject('postgres').url, databaseName);
});

it(
  `loses and doubles nothing while a replica and Redis are killed, and viewers of both end at the truth (seed ${seed})`,
  { timeout: 120_000 },
  async () => {
    await withoutCooldown(client);
    viewers = replicas.flatMap(({ url }) => communities.map((id) => new Viewer(url, id)));
    await vi.waitFor(() => expect(viewers.every(({ isLive }) => isLive)).toBe(true), { timeout: 20_000 });

    const happened = happenings(960, 20 * 60_000, random);
    const trouble = killInTurn();
    await deliverAll(happened.slice(60), replicas, random);
    await trouble;
    // Viewers who lost something in the trouble must not find out only by what follows it.
    await deliverAll(happened.slice(0, 60), replicas, random);

    const truth = sequentialTotals(happened);
    expect(await readTotals(client)).toEqual(truth);
    await expectSumsToAgree(client);
    for (const viewer of viewers) {
      await vi.waitFor(() => expect(viewer.board()).toEqual(boardOf(truth, viewer.communityId)), {
        timeout: 30_000,
        interval: 100,
      });
    }
    expect(viewers.map(({ wentBack }) => wentBack)).toEqual(viewers.map(() => false));
  },
);

it(`keeps every two awards a cooldown apart while Redis comes and goes (seed ${seed})`, async () => {
  const happened = happenings(600, 20 * 60_000, random);
  const trouble = (async () => {
    for (const act of [() => redis.kill(), () => redis.restart(), () => redis.kill()]) {
      await pause();
      await act();
    }
  })();
  await deliverAll(happened, replicas, random);
  await trouble;

  await expectCooldownsApart(client, happened);
  await expectSumsToAgree(client);
});

/** One replica after the other, and Redis in between. */
async function killInTurn(): Promise<void> {
  const [first, second] = replicas;
  for (const act of [
    () => redis.kill(),
    () => first?.kill(),
    () => first?.start(),
    () => redis.restart(),
    () => second?.kill(),
    () => redis.kill(),
    () => second?.start(),
    () => redis.restart(),
  ]) {
    await pause();
    await act();
  }
}

/** So that trouble and deliveries overlap. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 150));
}

type Place = [userId: string, xp: number, level: number];

function boardOf(truth: ReturnType<typeof sequentialTotals>, communityId: string): Place[] {
  return truth.flatMap(([member, xp, level]): Place[] => {
    const [community, userId = ''] = member.split(' ');
    return community === communityId ? [[userId, xp, level]] : [];
  });
}

/** Somebody who has a community's board open, at one of the replicas. */
class Viewer {
  readonly communityId: string;
  /** Whether an older version was ever shown after a newer one. */
  wentBack = false;
  #board: Leaderboard | undefined;
  #state: LiveState | undefined;
  readonly close: () => void;

  constructor(apiUrl: string, communityId: string) {
    this.communityId = communityId;
    this.close = createClient({ apiUrl, communityId })
      .live()
      .watch(
        { kind: 'leaderboard', limit: 100 },
        {
          data: ({ data }) => {
            this.wentBack ||= data.version < (this.#board?.version ?? 0);
            this.#board = data;
          },
          state: (state) => (this.#state = state),
        },
      );
  }

  get isLive(): boolean {
    return this.#state?.status === 'live' && this.#board !== undefined;
  }

  board(): Place[] {
    const entries = this.#board?.entries ?? [];
    return entries
      .map(({ userId, xp, level }): Place => [userId, xp, level])
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
  }
}
