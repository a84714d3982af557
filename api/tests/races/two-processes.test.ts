import { DEFAULT_CURVE, DEFAULT_TOP_LEVEL, levelAt, levelThresholds } from '@wee5/contract';
import { createDatabase, dropDatabase } from '@wee5/tooling/postgres';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { happenings, seeded, shuffled, type Happening } from './deliveries.ts';
import { Replica } from './replica.ts';

const secret = 'ws_race';
const seed = Number(process.env['WEE5_SEED'] ?? Date.now() % 1_000_000);
const xpOf = { chat: 15, reply: 20, reaction: 5 };
const thresholds = levelThresholds(DEFAULT_CURVE, DEFAULT_TOP_LEVEL);

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
  await deliverAll(happened);

  const log = await readLog();
  expect(new Set(log.map((row) => row.key)).size).toBe(log.length);
  const awarded = log.filter((row) => row.refusal === null);
  for (const [one, next] of neighbours(awarded)) {
    expect(next.at - one.at, `${one.key} and ${next.key}`).toBeGreaterThanOrEqual(60_000);
  }
  const earned = new Set(awarded.map((row) => row.key));
  for (const { key, communityId, userId, source, at } of happened) {
    if (earned.has(key)) continue;
    const blocking = awarded.some(
      (row) =>
        row.communityId === communityId &&
        row.userId === userId &&
        row.source === source &&
        Math.abs(row.at - at.getTime()) < 60_000,
    );
    expect(blocking, `${key} earned nothing although nothing stood in its way`).toBe(true);
  }
  await expectSumsToAgree();
});

it(`loses and doubles nothing when a replica is killed in the middle (seed ${seed})`, async () => {
  await withoutCooldown();
  const happened = happenings(900, 20 * 60_000, random);
  const killing = (async () => {
    for (let round = 0; round < 3; round++) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      await replicas[0]?.kill();
      await replicas[0]?.start();
    }
  })();
  await deliverAll(happened);
  await killing;

  const { rows } = await client.query<{ community_id: string; id: string; xp: string; level: number }>(
    'select community_id, id, xp, level from public.users order by 1, 2',
  );
  const booked = rows.map((row) => [`${row.community_id} ${row.id}`, Number(row.xp), row.level]);
  expect(booked).toEqual(sequentialTotals(happened));
  await expectSumsToAgree();
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
  await expectSumsToAgree();
});

/** Delivers everything one to three times, shuffled, 40 at a time, to either replica, until each got a 200. */
async function deliverAll(happened: Happening[]): Promise<void> {
  const copies = happened.flatMap((happening) =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => happening.body()),
  );
  const queue = shuffled(copies, random);
  await Promise.all(
    Array.from({ length: 40 }, async () => {
      for (let body = queue.pop(); body !== undefined; body = queue.pop()) await deliverUntilTaken(body);
    }),
  );
}

async function deliverUntilTaken(body: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const answer = await replicas[random() < 0.5 ? 0 : 1]?.deliver(body, secret);
    if (answer?.status === 200) return;
    if (answer && answer.status !== 503) throw new Error(`answered ${answer.status}, which no retry mends`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('no replica took the delivery');
}

interface LogRow {
  communityId: string;
  userId: string;
  source: string;
  key: string;
  refusal: string | null;
  at: number;
}

async function readLog(): Promise<LogRow[]> {
  const { rows } = await client.query<Omit<LogRow, 'at'> & { created_at: Date }>(
    `select community_id as "communityId", user_id as "userId", activity_type as source, key, refusal, created_at
     from public.activity_log order by 1, 2, 3, created_at`,
  );
  return rows.map(({ created_at, ...row }) => ({ ...row, at: created_at.getTime() }));
}

/** Awarded activities of one member and source that follow each other. */
function neighbours(awarded: LogRow[]): [LogRow, LogRow][] {
  return awarded
    .slice(1)
    .map((row, index): [LogRow, LogRow] => [awarded[index] as LogRow, row])
    .filter(([a, b]) => a.communityId === b.communityId && a.userId === b.userId && a.source === b.source);
}

function sequentialTotals(happened: Happening[]): [string, number, number][] {
  const totals = new Map<string, number>();
  for (const { communityId, userId, source } of happened) {
    const member = `${communityId} ${userId}`;
    totals.set(member, (totals.get(member) ?? 0) + xpOf[source]);
  }
  return [...totals]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([member, xp]) => [member, xp, levelAt(xp, thresholds)]);
}

async function withoutCooldown(): Promise<void> {
  await client.query('select public.ensure_communities($1, $2)', [
    JSON.stringify(['biz_0', 'biz_1', 'biz_2']),
    JSON.stringify({ visibility: 'public', levelThresholds: thresholds }),
  ]);
  await client.query('update public.xp_configurations set cooldown_seconds = 0, version = version + 1');
}

async function expectSumsToAgree(): Promise<void> {
  const { rows } = await client.query(
    `with logged as (
       select community_id, user_id, sum(xp_awarded) as xp from public.activity_log group by 1, 2
     ),
     periods as (
       select community_id, user_id, kind, sum(xp) as xp from public.period_totals group by 1, 2, 3
     )
     select u.community_id, u.id, u.xp, l.xp as logged, p.kind, p.xp as period
     from public.users u
     left join logged l on l.community_id = u.community_id and l.user_id = u.id
     left join periods p on p.community_id = u.community_id and p.user_id = u.id
     where u.xp is distinct from l.xp or (u.xp > 0 and p.xp is distinct from u.xp)`,
  );
  expect(rows).toEqual([]);
}
