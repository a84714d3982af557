import fc from 'fast-check';
import { chat, reaction, reply, run, rows } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';

const build = { chat, reply, reaction };
const user = fc.constantFrom('ana', 'ben', 'cem');
const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu');

/** Half hours around the end of November, so that days, weeks and months of every zone begin within it. */
const at = fc
  .integer({ min: 0, max: 200 })
  .map((slot) => new Date(Date.UTC(2026, 10, 28) + slot * 1_800_000).toISOString());

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('award' as const),
      source: fc.constantFrom('chat', 'reply', 'reaction'),
      user,
      at,
      xp: fc.integer({ min: 0, max: 40 }),
      refused: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('adjust' as const),
      user,
      at,
      xp: fc.integer({ min: -60, max: 60 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reverse' as const), user, at }) },
  fc.record({ do: fc.constant('reset' as const), user, at }),
  fc.record({ do: fc.constant('undo' as const), user, at }),
  fc.record({ do: fc.constant('zone' as const), zone, at }),
  fc.record({ do: fc.constant('own zone' as const), user, zone }),
  fc.record({
    do: fc.constant('rules' as const),
    graceHours: fc.integer({ min: 0, max: 12 }),
    keep: fc.boolean(),
  }),
);
export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** What may happen to a community, in the order in which it is booked; times come in any order. */
export const history = fc.array(step, { minLength: 1, maxLength: 40 });

/** Does one step as the product does it: awards by `award_xp`, ledger entries by `book_entries`. */
export async function take(club: TestCommunity, taken: Step, n: number): Promise<void> {
  switch (taken.do) {
    case 'award': {
      const { source, xp, refused } = taken;
      const refusal = refused ? 'too-short' : null;
      await club.award(build[source](taken.user, taken.at, { xp, refusal, key: `${source}:${n}` }));
      return;
    }
    case 'adjust':
      return book(club, { ...taken, type: 'adjustment', key: `adjust:${n}`, periodAt: null });
    case 'reverse':
      return reverse(club, taken, n);
    case 'reset':
      return reset(club, taken, n);
    case 'undo':
      return undo(club, taken, n);
    case 'zone':
      return changeZone(club, taken);
    case 'own zone':
      return run('update public.users set time_zone = $3 where community_id = $1 and id = $2', [
        club.id,
        taken.user,
        taken.zone,
      ]);
    case 'rules':
      return changeRules(club, taken);
  }
}

interface Entry {
  user: string;
  type: 'adjustment' | 'reversal' | 'reset';
  key: string;
  xp: number;
  at: string;
  periodAt: string | null;
  peak?: number | null;
  receipt?: object;
}

/** Never takes more than there is, as everybody who calls `book_entries` has to see to. */
async function book(club: TestCommunity, entry: Entry): Promise<void> {
  const { user: userId, type, key, xp, at: when, periodAt, peak = null, receipt = {} } = entry;
  await run(
    `select public.book_entries(array(
       select row($1, u.id, $3::text, $4::text, greatest($5::bigint, -u.xp), $6::jsonb, $7::timestamptz, $8::timestamptz, $9::bigint)::public.entry
       from public.users u where u.community_id = $1 and u.id = $2 and greatest($5::bigint, -u.xp) <> 0))`,
    [club.id, userId, type, key, xp, JSON.stringify(receipt), when, periodAt, peak],
  );
}

/** Takes half of an award back, or gives it again if that was done before. */
async function reverse(club: TestCommunity, taken: { user: string; at: string }, n: number): Promise<void> {
  const [award] = await rows<{ key: string; xp: number; period_at: string; taken: number }>(
    `select l.key, l.xp_awarded as xp, l.period_at, coalesce((
       select sum(r.xp_awarded) from public.activity_log r
       where r.community_id = $1 and r.user_id = $2 and r.activity_type = 'reversal' and r.receipt ->> 'of' = l.key
     ), 0) as taken
     from public.activity_log l
     where l.community_id = $1 and l.user_id = $2 and l.period_at is not null and l.activity_type <> 'reversal'
       and l.xp_awarded > 1
     order by md5(l.key || $3) limit 1`,
    [club.id, taken.user, String(n)],
  );
  if (!award) return;
  if (award.taken < 0) {
    const again = { type: 'reversal', xp: -award.taken, periodAt: award.period_at } as const;
    return book(club, { ...taken, ...again, key: `reversal:${n}`, receipt: { of: award.key } });
  }
  await run(
    `with taken as (
       insert into public.activity_log
         (community_id, user_id, activity_type, key, xp_awarded, receipt, created_at, period_at)
       select community_id, id, 'reversal', $3, -least(xp, $4::bigint), jsonb_build_object('of', $5::text), $6, $7
       from public.users where community_id = $1 and id = $2 and xp > 0
       returning user_id, xp_awarded),
     periods as (
       update public.period_totals p set xp = p.xp + t.xp_awarded
       from taken t
       cross join (values ('day'), ('week'), ('month')) k (kind)
       cross join lateral (select public.zone_at($1, k.kind, $7) as zone) z
       where p.community_id = $1 and p.user_id = $2 and p.kind = k.kind and p.time_zone = z.zone
         and p.starts_on = date_trunc(k.kind, $7::timestamptz at time zone z.zone)::date)
     update public.users u
     set xp = u.xp + t.xp_awarded, level = public.level_of(x, u.xp + t.xp_awarded, u.peak_xp)
     from taken t, public.xp_configurations x
     where x.community_id = $1 and u.community_id = $1 and u.id = $2`,
    [club.id, taken.user, `reversal:${n}`, Math.floor(award.xp / 2), award.key, taken.at, award.period_at],
  );
}

async function reset(club: TestCommunity, taken: { user: string; at: string }, n: number): Promise<void> {
  await run(
    `with booked as (
       insert into public.activity_log (community_id, user_id, activity_type, key, xp_awarded, receipt, created_at)
       select community_id, id, 'reset', format('reset:%s:%s', $3::text, id), -xp, jsonb_build_object('peak', peak_xp), $4::timestamptz
       from public.users where community_id = $1 and id = $2 and peak_xp > 0)
     update public.users u set xp = 0, peak_xp = 0, level = public.level_of(x, 0, 0)
     from public.xp_configurations x where x.community_id = u.community_id and u.community_id = $1 and u.id = $2`,
    [club.id, taken.user, String(n), taken.at],
  );
}

async function undo(club: TestCommunity, taken: { user: string; at: string }, n: number): Promise<void> {
  await run(
    `with of_reset as (
       select r.* from public.activity_log r
       where r.community_id = $1 and r.user_id = $2 and r.key like 'reset:%' and not exists (
         select from public.activity_log o where o.community_id = $1 and o.key = 'reset-undone:' || substr(r.key, 7))
       order by md5(r.key || $3) limit 1),
     booked as (
       insert into public.activity_log (community_id, user_id, activity_type, key, xp_awarded, receipt, created_at)
       select community_id, user_id, 'reset', 'reset-undone:' || substr(key, 7), -xp_awarded, receipt, $4::timestamptz
       from of_reset),
     totals as (
       select u.id, u.xp - r.xp_awarded as xp, greatest(u.peak_xp, (r.receipt ->> 'peak')::bigint, u.xp - r.xp_awarded) as peak
       from public.users u join of_reset r on r.user_id = u.id where u.community_id = $1)
     update public.users u set xp = t.xp, peak_xp = t.peak, level = public.level_of(x, t.xp, t.peak)
     from totals t, public.xp_configurations x
     where u.community_id = $1 and u.id = t.id and x.community_id = $1`,
    [club.id, taken.user, String(n), taken.at],
  );
}

/** The new zone begins with the next period of each kind: after everything that has happened so far. */
async function changeZone(club: TestCommunity, taken: { zone: string; at: string }): Promise<void> {
  await run(
    `with bounds as (
       select k.kind, b.ends_at from (values ('day'), ('week'), ('month')) k (kind)
       cross join lateral (
         select max(l.created_at) as at from public.activity_log l where l.community_id = $1) l
       cross join lateral public.period_bounds($1, k.kind, greatest($3::timestamptz, l.at)) b),
     first as (
       insert into public.community_time_zones
       select c.id, b.kind, '-infinity', c.time_zone from public.communities c cross join bounds b
       where c.id = $1 on conflict do nothing)
     insert into public.community_time_zones
     select $1, b.kind, b.ends_at, $2 from bounds b
     where not exists (
       select from public.community_time_zones z where z.community_id = $1 and z.kind = b.kind and z.starts_at >= b.ends_at)`,
    [club.id, taken.zone, taken.at],
  );
  await run('update public.communities set time_zone = $2 where id = $1', [club.id, taken.zone]);
}

async function changeRules(club: TestCommunity, taken: { graceHours: number; keep: boolean }): Promise<void> {
  await run(
    `update public.xp_configurations set rules = jsonb_build_object('streaks', jsonb_build_object('graceHours', $2::integer)),
       demotion = $3 where community_id = $1`,
    [club.id, taken.graceHours, taken.keep ? 'keep' : 'follow'],
  );
  await run(
    `update public.users u set level = public.level_of(x, u.xp, u.peak_xp)
     from public.xp_configurations x where x.community_id = $1 and u.community_id = $1`,
    [club.id],
  );
}
