import type { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDatabaseFunctions, type DatabaseFunctions } from '../../src/database/functions.ts';
import { IntegrityFunctions } from '../../src/database/integrity-functions.ts';
import { defaultCacheDir, defaultMigrationsDir } from '../../src/database/paths.ts';
import { PgliteDatabase } from '../../src/database/pglite.ts';
import { DatabaseError } from '../../src/database/port.ts';
import { createMigratedPglite } from '../../src/database/snapshot.ts';
import { NightlyCheck } from '../../src/integrity/nightly-check.ts';
import { Metrics } from '../../src/metrics.ts';
import { createMemoryLog } from '../pipeline/support.ts';
import { populate } from './support.ts';

let pglite: PGlite;
let database: PgliteDatabase;
let members: DatabaseFunctions;
let functions: IntegrityFunctions;
let metrics: Metrics;
let now: Date;
const { log, lines } = createMemoryLog();
const running: NightlyCheck[] = [];

beforeEach(async () => {
  pglite = await createMigratedPglite({ migrationsDir: defaultMigrationsDir, cacheDir: defaultCacheDir });
  database = new PgliteDatabase(pglite);
  members = createDatabaseFunctions(database);
  functions = new IntegrityFunctions(database);
  metrics = new Metrics();
  lines.length = 0;
  await members.keepServiceAlive('2026-11-21T02:00:00.000Z');
  now = new Date('2026-11-21T03:00:00.000Z');
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((check) => check.stop()));
  await database.close();
});

/** One replica, whose turns come as fast as the test looks. */
function start(pauseMs = 0): NightlyCheck {
  const check = new NightlyCheck({ functions, metrics, log, now: () => now, everyMs: 5, pauseMs });
  running.push(check);
  check.start();
  return check;
}

const checks = async (communityId: string) => functions.listIntegrityChecks(communityId, 10);
const checked = (communityId: string, count: number) =>
  vi.waitFor(async () => expect(await checks(communityId)).toHaveLength(count), { timeout: 10_000 });

it('checks every community once a night, however many replicas there are', async () => {
  for (const id of ['biz_1', 'biz_2', 'biz_3']) await populate(members, id);
  for (let replica = 0; replica < 3; replica++) start();
  for (const id of ['biz_1', 'biz_2', 'biz_3']) await checked(id, 1);
  expect(await checks('biz_1')).toEqual([
    { checkedAt: '2026-11-21T03:00:00.000Z', ok: true, members: 2, counts: {}, mismatches: [] },
  ]);
  now = new Date('2026-11-22T02:59:59.999Z');
  await nothingIsDue();
  now = new Date('2026-11-22T03:00:00.000Z');
  for (const id of ['biz_1', 'biz_2', 'biz_3']) await checked(id, 2);
  expect(lines).toEqual([]);
});

async function nothingIsDue(): Promise<void> {
  const claim = vi.spyOn(functions, 'claimIntegrityCheck');
  await vi.waitFor(() => expect(claim.mock.calls.length).toBeGreaterThan(4));
  expect(await Promise.all(claim.mock.results.map(({ value }) => value as Promise<unknown>))).toEqual(
    claim.mock.results.map(() => null),
  );
  claim.mockRestore();
}

it('tells of what differs: in the log, in the metrics and to the creator', async () => {
  await populate(members, 'biz_1');
  await pglite.query(`update users set xp = 14, level = 0 where id = 'user_1'`);
  start();
  await checked('biz_1', 1);
  await vi.waitFor(() =>
    expect(lines).toMatchObject([
      { level: 50, communityId: 'biz_1', members: 2, counts: { total: 1, level: 1 } },
    ]),
  );
  expect((await metrics.read()).text).toMatch(/wee5_integrity_checks_total\{result="mismatch"\} 1/);
  expect((await metrics.read()).text).toMatch(/wee5_integrity_mismatches_total\{what="total"\} 1/);
  expect(await checks('biz_1')).toMatchObject([
    {
      ok: false,
      mismatches: [
        { userId: 'user_1', what: 'level', stored: 0, fromLog: 1 },
        { userId: 'user_1', what: 'total', stored: 14, fromLog: 15 },
      ],
    },
  ]);
  const { rows } = await pglite.query(`select xp::int from users where id = 'user_1'`);
  expect(rows).toEqual([{ xp: 14 }]);
});

it('leaves what a replica died with to another one, a quarter of an hour later', async () => {
  await populate(members, 'biz_1');
  const claim = { at: now.toISOString(), since: now.toISOString(), skipping: [] };
  expect(await functions.claimIntegrityCheck(claim)).toBe('biz_1');
  start();
  await nothingIsDue();
  now = new Date('2026-11-21T03:15:00.000Z');
  await checked('biz_1', 1);
});

it('checks the others although one cannot be checked, which it tries three times', async () => {
  for (const id of ['biz_1', 'biz_2']) await populate(members, id);
  const find = vi.spyOn(functions, 'findMismatches');
  const others = new IntegrityFunctions(database);
  find.mockImplementation((communityId, ...rest) =>
    communityId === 'biz_1'
      ? Promise.reject(new DatabaseError('no', { kind: 'poison' }))
      : others.findMismatches(communityId, ...rest),
  );
  start();
  for (let tries = 1; tries <= 3; tries++) {
    await vi.waitFor(() => expect(lines.filter(({ level }) => level === 40)).toHaveLength(tries));
    now = new Date(now.getTime() + 15 * 60_000);
  }
  await checked('biz_2', 1);
  expect(await checks('biz_1')).toEqual([]);
});

it('gives up what it is at when the server stops', async () => {
  await populate(members, 'biz_1', 300);
  const find = vi.spyOn(functions, 'findMismatches');
  const check = start(60_000);
  await vi.waitFor(() => expect(find).toHaveBeenCalledTimes(1));
  await check.stop();
  expect(await checks('biz_1')).toEqual([]);
  expect(lines).toEqual([]);
});
