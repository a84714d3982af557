import { DEFAULT_CURVE, DEFAULT_TOP_LEVEL, levelAt, levelThresholds } from '@wee5/contract';
import type pg from 'pg';
import { expect } from 'vitest';
import type { Happening } from './deliveries.ts';

const xpOf = { chat: 15, reply: 20, reaction: 5 };
const thresholds = levelThresholds(DEFAULT_CURVE, DEFAULT_TOP_LEVEL);

/** Makes the communities of the happenings, with a cooldown that never binds. */
export async function withoutCooldown(client: pg.Client): Promise<void> {
  await client.query('select public.ensure_communities($1, $2)', [
    JSON.stringify(['biz_0', 'biz_1', 'biz_2']),
    JSON.stringify({ visibility: 'public', levelThresholds: thresholds }),
  ]);
  await client.query('update public.xp_configurations set cooldown_seconds = 0, version = version + 1');
}

/** No two awards of a member and source within the cooldown, and whatever earned nothing had one in its way. */
export async function expectCooldownsApart(client: pg.Client, happened: Happening[]): Promise<void> {
  const log = await readLog(client);
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
}

/** `[community and member, XP, level]` of everybody. */
export async function readTotals(client: pg.Client): Promise<[string, number, number][]> {
  const { rows } = await client.query<{ community_id: string; id: string; xp: string; level: number }>(
    'select community_id, id, xp, level from public.users order by 1, 2',
  );
  return rows.map((row) => [`${row.community_id} ${row.id}`, Number(row.xp), row.level]);
}

/** The same, added up one by one where no cooldown binds. */
export function sequentialTotals(happened: Happening[]): [string, number, number][] {
  const totals = new Map<string, number>();
  for (const { communityId, userId, source } of happened) {
    const member = `${communityId} ${userId}`;
    totals.set(member, (totals.get(member) ?? 0) + xpOf[source]);
  }
  return [...totals]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([member, xp]) => [member, xp, levelAt(xp, thresholds)]);
}

/** Totals, the log and the periods say the same. */
export async function expectSumsToAgree(client: pg.Client): Promise<void> {
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

interface LogRow {
  communityId: string;
  userId: string;
  source: string;
  key: string;
  refusal: string | null;
  at: number;
}

async function readLog(client: pg.Client): Promise<LogRow[]> {
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
