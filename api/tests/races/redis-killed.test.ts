import { createDatabase, dropDatabase } from '@wee5/tooling/postgres';
import { startRedis, UpstashFront, type RedisServer } from '@wee5/tooling/redis';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, it, vi } from 'vitest';
import { defaultMigrationsDir } from '../../src/database/paths.ts';
import { openPostgres } from '../../src/database/postgres.ts';
import { createMemoryLog } from '../pipeline/support.ts';
import { changed } from '../support/fixtures.ts';
import { skipWithoutRedis } from '../support/redis.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import {
  expectCooldownsApart,
  expectSumsToAgree,
  readTotals,
  sequentialTotals,
  withoutCooldown,
} from './booked.ts';
import { happenings, seeded, shuffled, type Happening } from './deliveries.ts';

// Each test starts a Redis and a database of its own.
vi.setConfig({ testTimeout: 90_000 });

const seed = Number(process.env['WEE5_SEED'] ?? Date.now() % 1_000_000);

let redis: RedisServer;
let front: UpstashFront;
let server: TestServer;
let client: pg.Client;
let databaseName: string | undefined;
let random: () => number;
let lines: { msg: string }[];

beforeEach(async (context) => {
  skipWithoutRedis(context);
  random = seeded(seed);
  databaseName = `redis_${process.pid}_${Math.floor(performance.now())}`;
  const url = await createDatabase(inject('postgres').url, databaseName);
  client = new pg.Client(url);
  await client.connect();
  redis = await startRedis();
  front = await UpstashFront.start(redis.url);
  const memoryLog = createMemoryLog();
  lines = memoryLog.lines;
  server = await startTestServer({
    database: await openPostgres({ url, migrationsDir: defaultMigrationsDir }),
    environment: { UPSTASH_REDIS_REST_URL: front.url, UPSTASH_REDIS_REST_TOKEN: front.token },
    now: () => new Date(),
    log: memoryLog.log,
  });
});

afterEach(async () => {
  await server?.stop();
  await front?.close();
  await redis?.stop();
  await client?.end();
  if (databaseName) await dropDatabase(inject('postgres').url, databaseName);
});

const faults: Record<string, { begin: () => Promise<void>; end: () => Promise<void> }> = {
  'Redis is killed and comes back empty': { begin: () => redis.kill(), end: () => redis.restart() },
  'Upstash hangs': { begin: () => front.break({ kind: 'slow', ms: 60_000 }), end: () => front.heal() },
};

it.each(Object.keys(faults))(`keeps cooldowns apart when, in the middle, %s (seed ${seed})`, async (name) => {
  const happened = happenings(500, 20 * 60_000, random);
  const seenBefore = await deliverWith(faults[name]!, happened);
  await untilMended();

  await expectCooldownsApart(client, happened);
  await expectSumsToAgree(client);
  // Without marks in the game before and after, this would have shown nothing.
  expect(seenBefore).toEqual(expect.arrayContaining(['mget', 'set']));
  expect(commandsSeen().slice(seenBefore.length)).toEqual(expect.arrayContaining(['mget', 'set']));
});

it(`loses and doubles nothing when Redis is killed in the middle (seed ${seed})`, async () => {
  await withoutCooldown(client);
  const happened = happenings(500, 20 * 60_000, random);
  await deliverWith(faults['Redis is killed and comes back empty']!, happened);
  expect(await readTotals(client)).toEqual(sequentialTotals(happened));
  await expectSumsToAgree(client);
});

it('says once that marks fail and once that they work again, and shows it meanwhile', async () => {
  await redis.kill();
  for (const each of happenings(20, 20 * 60_000, random)) await deliver(each.body());
  expect(await server.read('/readyz')).toMatchObject({
    status: 200,
    body: { marks: 'upstash', limits: 'upstash', degraded: expect.arrayContaining(['marks']) },
  });
  const reading = () => lines.map(({ msg }) => msg).filter((msg) => msg.startsWith('reading marks'));
  expect(reading()).toEqual(['reading marks (upstash) fails; going on without']);
  await redis.restart();
  await untilMended();
  expect(reading().slice(1, 2)).toEqual(['reading marks (upstash) works again']);
});

/** Delivers everything once or twice, shuffled, 20 at a time; the fault lasts from a third to two thirds of it. */
async function deliverWith(
  fault: { begin: () => Promise<void>; end: () => Promise<void> },
  happened: Happening[],
): Promise<string[]> {
  const copies = happened.flatMap((each) => (random() < 0.5 ? [each.body()] : [each.body(), each.body()]));
  const queue = shuffled(copies, random);
  let taken = 0;
  let seenBefore: string[] = [];
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      for (let body = queue.pop(); body !== undefined; body = queue.pop()) {
        await deliver(body);
        taken += 1;
        if (taken === Math.floor(copies.length / 3)) {
          seenBefore = commandsSeen();
          await fault.begin();
        }
        if (taken === Math.floor((copies.length * 2) / 3)) await fault.end();
      }
    }),
  );
  return seenBefore;
}

async function deliver(body: string): Promise<void> {
  const { status } = await server.answerTo(body);
  expect(status).toBe(200);
}

/** Marks are tried again when events arrive: reading by every event, writing by one that earns. */
async function untilMended(): Promise<void> {
  let number = 0;
  const deliverNew = () => {
    const [id, user] = [`post_new_${number}`, `user_new_${(number += 1)}`];
    const at = new Date().toISOString();
    const data = { 'data.message.id': id, 'data.message.user.id': user, 'data.message.created_at': at };
    return deliver(changed('chat-message', { id: `msg_${id}`, ...data }));
  };
  const degraded = async () => {
    await deliverNew();
    return (await server.read<{ degraded: string[] }>('/readyz')).body.degraded;
  };
  await expect.poll(degraded, { timeout: 20_000 }).toEqual([]);
}

function commandsSeen(): string[] {
  return front.seen.flatMap(({ commands }) => commands.map(([name = '']) => name));
}
