import type pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { award, RaceDatabase } from './database.ts';

interface Saved {
  outcome: string;
  version?: number;
  savedBy?: string;
  configuration?: { version: number };
}

let database: RaceDatabase;
let one: pg.Client;
let two: pg.Client;
let observer: pg.Client;

beforeEach(async () => {
  database = await RaceDatabase.create();
  [one, two, observer] = [await database.connect(), await database.connect(), await database.connect()];
  for (const id of ['ana', 'ben', 'cat']) {
    await award(one, [{ userId: `user_${id}`, key: `chat:${id}`, at: '08:00:00' }]);
  }
});
afterEach(() => database.drop());

async function save(
  session: pg.Client,
  expectedVersion: number,
  { thresholds = [100, 255, 475], savedBy = 'user_owner', timeZone = 'UTC' } = {},
): Promise<Saved | undefined> {
  const document = {
    name: savedBy,
    visibility: 'public',
    timeZone,
    theme: {},
    chatXp: 15,
    replyXp: 20,
    reactionXp: 5,
    cooldownSeconds: 0,
    curve: { kind: 'table', thresholds },
    levels: [],
    demotion: 'follow',
    rules: {},
  };
  const at = '2026-11-20T12:00:00Z';
  const change = {
    communityId: 'biz_race',
    expectedVersion,
    document,
    levelThresholds: thresholds,
    savedBy,
    at,
  };
  const { rows } = await session.query<{ saved: Saved }>('select public.save_configuration($1) as saved', [
    JSON.stringify(change),
  ]);
  return rows[0]?.saved;
}

async function recompute(
  session: pg.Client,
  limit = 10,
): Promise<{ done: boolean; members: number } | undefined> {
  const { rows } = await session.query<{ slice: { done: boolean; members: number } }>(
    `select public.recompute_levels('biz_race', $1, '2026-11-20T12:00:00Z') as slice`,
    [limit],
  );
  return rows[0]?.slice;
}

async function levels(): Promise<number[]> {
  const { rows } = await observer.query<{ level: number }>('select level from public.users order by id');
  return rows.map(({ level }) => level);
}

it('lets exactly one of two creators save who edited the same version', async () => {
  await one.query('begin');
  expect(await save(one, 1, { savedBy: 'user_one' })).toMatchObject({ outcome: 'saved' });
  const waiting = save(two, 1, { savedBy: 'user_two', timeZone: 'Asia/Tokyo' });
  await database.someoneWaits(observer);
  await one.query('commit');

  expect(await waiting).toMatchObject({ outcome: 'conflict', version: 2, savedBy: 'user_one' });
  const { rows } = await observer.query(
    `select name, time_zone, (select count(*)::int from public.configuration_versions) as versions
     from public.communities`,
  );
  expect(rows).toEqual([{ name: 'user_one', time_zone: 'UTC', versions: 2 }]);
});

it('saves after all where the first save is taken back', async () => {
  await one.query('begin');
  await save(one, 1, { savedBy: 'user_one' });
  const waiting = save(two, 1, { savedBy: 'user_two' });
  await database.someoneWaits(observer);
  await one.query('rollback');
  expect(await waiting).toMatchObject({ outcome: 'saved', configuration: { version: 2 } });
});

it('waits for an award that was first, and an award that is later is refused as stale', async () => {
  await one.query('begin');
  await award(one, [{ userId: 'user_ana', key: 'chat:1', at: '10:00:00' }]);
  const saving = save(two, 1);
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await saving).toMatchObject({ outcome: 'saved' });

  await two.query('begin');
  await save(two, 2);
  const late = award(one, [{ userId: 'user_ana', key: 'chat:2', at: '11:00:00', configVersion: 2 }]);
  const refused = expect(late).rejects.toMatchObject({ code: 'W5001' });
  await database.someoneWaits(observer);
  await two.query('commit');
  await refused;
  const { rows } = await observer.query(`select xp::int from public.users where id = 'user_ana'`);
  expect(rows).toEqual([{ xp: 30 }]);
});

it('recomputes a level from what another session awards while the slice waits', async () => {
  await save(one, 1, { thresholds: [30] });
  await one.query('begin');
  await award(one, [{ userId: 'user_ben', key: 'chat:1', at: '10:00:00', configVersion: 2 }]);
  const waiting = recompute(two);
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await waiting).toEqual({ done: true, members: 3 });
  expect(await levels()).toEqual([0, 1, 0]);
});

it('has the last curve in the end, also where it is saved while a slice is under way', async () => {
  await save(one, 1, { thresholds: [10] });
  // A slice that has its levels written and waits for the community.
  await one.query('begin');
  await save(one, 2, { thresholds: [1, 2, 3] });
  const waiting = recompute(two);
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await waiting).toEqual({ done: false, members: 0 });
  expect(await recompute(two)).toEqual({ done: true, members: 3 });
  expect(await levels()).toEqual([3, 3, 3]);
});

it('leaves no level of an older curve behind, however long a slice takes to lock its members', async () => {
  await save(one, 1, { thresholds: [10] });
  await observer.query(`
    create schema really;
    alter function public.lock_members_of set schema really;
    create function public.lock_members_of(community_id text, user_ids text[]) returns void language plpgsql as $$
    begin
      if current_setting('application_name') = 'slow' then perform pg_advisory_xact_lock(1); end if;
      perform really.lock_members_of(community_id, user_ids);
    end $$;
    select pg_advisory_lock(1)`);
  await two.query(`set application_name = 'slow'`);
  const slow = recompute(two);
  await database.someoneWaits(observer);
  await save(one, 2, { thresholds: [5, 10] });
  expect(await recompute(one)).toEqual({ done: true, members: 3 });
  await observer.query('select pg_advisory_unlock(1)');
  expect(await slow).toEqual({ done: false, members: 0 });
  expect(await levels()).toEqual([2, 2, 2]);
});

it('does a slice once, whichever of two replicas is first', async () => {
  await save(one, 1, { thresholds: [10] });
  await one.query('begin');
  expect(await recompute(one, 2)).toEqual({ done: false, members: 2 });
  const waiting = recompute(two, 2);
  await database.someoneWaits(observer);
  await one.query('commit');
  expect(await waiting).toEqual({ done: false, members: 0 });
  expect(await recompute(two, 2)).toEqual({ done: true, members: 1 });
  expect(await levels()).toEqual([1, 1, 1]);
});

it('never waits in a circle with awards, rewards and slices', async () => {
  const three = await database.connect();
  const users = Array.from({ length: 30 }, (_, index) => `user_${index}`);
  let version = 1;
  const attempts = async (work: (round: number) => Promise<unknown>) => {
    for (let round = 0; round < 25; round += 1) await work(round).catch(unlessStale);
  };
  await Promise.all([
    attempts(async (round) => {
      await save(one, version, { thresholds: [10 + round, 20 + round] });
      version += 1;
      await recompute(one, 7);
    }),
    attempts((round) =>
      award(
        two,
        users.map((userId) => ({
          userId,
          key: `${round}:${userId}`,
          at: '10:00:00',
          configVersion: version,
        })),
      ),
    ),
    attempts(() => recompute(three, 7)),
    attempts((round) =>
      observer.query('select public.create_reward($1)', [
        JSON.stringify({ communityId: 'biz_race', levelRequirement: 1, type: 'badge', name: `${round}` }),
      ]),
    ),
  ]);
  while (!(await recompute(one))?.done);
  const { rows } = await observer.query(
    `select u.id from public.users u join public.xp_configurations x using (community_id)
     where u.level <> public.level_of(x, u.xp, u.peak_xp)`,
  );
  expect(rows).toEqual([]);
  expect(version).toBe(26);
});

function unlessStale(error: unknown): void {
  if ((error as { code?: string }).code !== 'W5001') throw error;
}
