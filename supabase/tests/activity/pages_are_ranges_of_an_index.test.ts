import { beforeAll, expect, test } from 'vitest';
import type { ActivityPage, ActivityPosition } from '../../../api/src/database/functions.ts';
import { community, functions, rolledBack, rows, run } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

let club: TestCommunity;

beforeAll(async () => {
  club = await community();
  await run(
    `insert into public.activity_log (community_id, user_id, activity_type, key, xp_awarded, created_at, period_at)
     select $1, 'user_' || n % 50, case when n = 5 then 'lesson' when n % 1000 = 0 then 'reply' else 'chat' end, 'chat:' || n, 0, at, at
     from generate_series(1, 20000) n cross join lateral (select timestamptz '2026-11-01Z' + n * interval '1 minute' as at) t`,
    [club.id],
  );
  await run('analyze public.activity_log');
});

/** How often `body` read the whole log, and how many entries an index led it to. */
async function readsOf(body: () => Promise<unknown>): Promise<Reads> {
  return rolledBack(async () => {
    const start = await count();
    await body();
    const end = await count();
    return { whole: end.whole - start.whole, entries: end.entries - start.entries };
  });
}

interface Reads {
  whole: number;
  entries: number;
}

/** Since the session began, as far as it was not told to anybody yet. */
async function count(): Promise<Reads> {
  const [found] = await rows<Reads>(
    `select seq_scan as whole, coalesce(idx_tup_fetch, 0) as entries
     from pg_catalog.pg_stat_xact_user_tables where relid = 'public.activity_log'::regclass`,
  );
  return found ?? { whole: 0, entries: 0 };
}

const before = { at: '2026-11-10T12:00:00.000000Z', id: '00000000-0000-0000-0000-000000000000' };

test('the counters count, or the rest would prove nothing', async () => {
  const whole = 'select count(*) from public.activity_log l where l.facts is not null';
  expect((await readsOf(() => rows(whole))).whole).toBe(1);
});

test.each([null, before])('a member’s page reads that page and no more, from %j', async (position) => {
  const read = await readsOf(() =>
    functions.getMemberActivity({ communityId: club.id, userId: 'user_7', before: position, limit: 20 }),
  );
  expect(read).toEqual({ whole: 0, entries: 21 });
});

test.each([null, before])('everybody’s page reads that page and no more, from %j', async (position) => {
  const query = { communityId: club.id, userId: null, type: null, before: position, limit: 20 };
  expect(await readsOf(() => functions.getCommunityActivity(query))).toEqual({ whole: 0, entries: 21 });
});

test('a page of one member’s entries of one type reads no other member’s', async () => {
  const query = { communityId: club.id, userId: 'user_7', type: 'reply', before: null, limit: 20 };
  const { whole, entries } = await readsOf(() => functions.getCommunityActivity(query));
  expect(whole).toBe(0);
  expect(entries).toBeLessThanOrEqual(400);
});

test('a rare type is looked for in parts, and found in the end', async () => {
  const found: string[] = [];
  let position: ActivityPosition | null = null;
  let pages = 0;
  do {
    const query = { communityId: club.id, userId: null, type: 'lesson', before: position, limit: 20 };
    const { entries, next }: ActivityPage = await functions.getCommunityActivity(query);
    found.push(...entries.map(({ type }) => type));
    position = next;
    pages += 1;
  } while (position && pages < 10);
  expect([found, pages]).toEqual([['lesson'], 3]);
});
