create function public.mend_periods(community_id text, mismatches public.mismatch[]) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
begin
  delete from public.period_totals p
  using unnest(mismatches) f
  where f.what = 'period' and f.from_log -> 'xp' = 'null'
    and p.community_id = mend_periods.community_id and p.user_id = f.user_id
    and p.kind = f.stored ->> 'kind' and p.starts_on = (f.stored ->> 'startsOn')::date
    and p.time_zone = f.stored ->> 'timeZone';

  insert into public.period_totals as p (community_id, kind, starts_on, time_zone, user_id, xp, reached_at)
  select
    mend_periods.community_id, f.from_log ->> 'kind', (f.from_log ->> 'startsOn')::date, f.from_log ->> 'timeZone',
    f.user_id, (f.from_log ->> 'xp')::bigint, (f.from_log ->> 'reachedAt')::timestamptz
  from unnest(mismatches) f
  where f.what = 'period' and f.from_log -> 'xp' <> 'null'
  on conflict on constraint period_totals_pkey do update
    set xp = excluded.xp, reached_at = coalesce(excluded.reached_at, p.reached_at);
end
$$;

comment on function public.mend_periods is 'Writes the period totals that the log says, and deletes those that it knows nothing of.';

create function public.mend_streak_days(community_id text, mismatches public.mismatch[]) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
begin
  delete from public.streak_days s
  using unnest(mismatches) f
  where f.what = 'streakDay' and f.from_log is null
    and s.community_id = mend_streak_days.community_id and s.user_id = f.user_id and s.day = (f.stored #>> '{}')::date;

  -- A day that was lost brings the day before back with it where today's rules forgive a late night.
  insert into public.streak_days (community_id, user_id, day)
  select distinct l.community_id, l.user_id, d.day
  from unnest(mismatches) f
  join public.activity_log l
    on l.community_id = mend_streak_days.community_id and l.user_id = f.user_id
    and l.local_at::date = (f.from_log #>> '{}')::date and l.refusal is null
  join public.xp_configurations x on x.community_id = l.community_id
  cross join lateral public.streak_days_of(
    l.local_at, coalesce((x.rules #>> '{streaks,graceHours}')::integer, 0)) d (day)
  where f.what = 'streakDay' and f.from_log is not null
  on conflict do nothing;
end
$$;

comment on function public.mend_streak_days is 'Notes the days that the log says, and deletes those on which nobody earned.';
