import { rows } from '../support/index.ts';
import type { TestCommunity } from '../support/index.ts';
import { ZONE } from './random-activities.ts';

/** Members whose total, peak, level, times, periods or streak days are not what their log says. */
export function booksThatDisagree(club: TestCommunity): Promise<unknown[]> {
  return rows(
    `select u.id from public.users u
     join public.xp_configurations c using (community_id)
     cross join lateral (
       select coalesce(sum(xp_awarded), 0) as xp, max(created_at) as last_active,
         max(created_at) filter (where refusal is null) as reached_at, min(created_at) as joined_at
       from public.activity_log l where l.community_id = u.community_id and l.user_id = u.id
     ) l
     cross join lateral (${PERIODS}) p
     cross join lateral (${STREAK_DAYS}) s
     where u.community_id = $1 and (
       u.xp <> l.xp or u.peak_xp <> l.xp or u.level <> width_bucket(u.xp, c.level_thresholds)
       or u.last_active <> l.last_active or u.joined_at <> l.joined_at
       or u.reached_at is distinct from l.reached_at
       or p.wrong > 0 or coalesce(p.xp, 0) <> 3 * u.xp or s.booked is distinct from s.of_log)`,
    [club.id],
  );
}

const PERIODS = `
  select count(*) filter (where p.xp <> of_log.xp or p.reached_at <> of_log.reached_at) as wrong, sum(p.xp) as xp
  from public.period_totals p
  cross join lateral (
    select sum(xp_awarded) as xp, max(created_at) as reached_at from public.activity_log l
    where l.community_id = u.community_id and l.user_id = u.id and l.refusal is null
      and date_trunc(p.kind, l.created_at at time zone '${ZONE}')::date = p.starts_on
  ) of_log
  where p.community_id = u.community_id and p.user_id = u.id`;

const STREAK_DAYS = `
  select
    (select array_agg(day order by day) from public.streak_days d
     where d.community_id = u.community_id and d.user_id = u.id) as booked,
    (select array_agg(distinct d.day order by d.day) from public.activity_log l
     cross join lateral public.streak_days_of(
       l.created_at at time zone '${ZONE}', coalesce((c.rules #>> '{streaks,graceHours}')::integer, 0)) d (day)
     where l.community_id = u.community_id and l.user_id = u.id and l.refusal is null) as of_log`;
