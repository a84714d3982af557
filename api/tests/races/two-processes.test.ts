import { createDatabase, dropDatabase } from '@wee5/tooling/postgres';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import {
  expectCooldownsApart,
  expectSumsToAgree,
  readTotals,
  sequentialTotals,
  withoutCooldown,
} from './booked.ts';
import { happenings, seeded, type Happening } from './deliveries.ts';
import { Replica } from './replica.ts';
import { deliverAll, secret } from './replicas.ts';

const seed = Number(process.env['WEE5_SEED'] ?? Date.now() % 1_000_000);

let replicas: Replica[];
let client: pg.Client;
let databaseName: string;
let random: () => number;

beforeEach(async () => {
  random = seeded(seed);
  databaseName = `race_${process.pid}_${Math.floor(performance.now())}`;
  const url = await createDatabase(inject('postgres').url, databaseName);
  client = new pg.Client(url);
  await client.connect();
  const environment = { DATABASE_URL: url, WHOP_WEBHOOK_SECRET: secret, PORT: '0', LOG_LEVEL: 'info' };
  replicas = [new Replica(environment), new Replica(environment)];
  // Both at once: one migrates, the other waits for it.
  await Promise.all(replicas.map((replica) => replica.start()));
});

afterEach(async () => {
  await Promise.all(replicas.map((replica) => replica.stop()));
  await client.end();
  await dropDatabase(inject('postgres').url, databaseName);
});

it(`awards each activity at most once and keeps cooldowns apart, whatever order and replica (seed ${seed})`, async () => {
  const happened = happenings(900, 20 * 60_000, random);
  await deliverAll(happened, replicas, random);

  await expectCooldownsApart(client, happened);
  await expectSumsToAgree(client);
});

it(`loses and doubles nothing when a replica is killed in the middle (seed ${seed})`, async () => {
  await withoutCooldown(client);
  const happened = happenings(900, 20 * 60_000, random);
  const killing = (async () => {
    for (let round = 0; round < 3; round++) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      await replicas[0]?.kill();
      await replicas[0]?.start();
    }
  })();
  await deliverAll(happened, replicas, random);
  await killing;

  expect(await readTotals(client)).toEqual(sequentialTotals(happened));
  await expectSumsToAgree(client);
});

it('answers one accepted and 49 duplicates to 50 copies at once', async () => {
  const [happening] = happenings(1, 1, random);
  const body = (happening as Happening).body();
  const answers = await Promise.all(
    Array.from({ length: 50 }, async (_, index) => replicas[index % 2]?.deliver(body, secret)),
  );
  const said = answers.map((answer) => answer?.said);
  expect(said.filter((word) => word === 'accepted')).toHaveLength(1);
  expect(said.filter((word) => word === 'duplicate')).toHaveLength(49);
  await expectSumsToAgree(client);
});
