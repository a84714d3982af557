create function public.period_mismatches(community_id text, after_id text, to_id text) returns setof public.mismatch
language sql stable security invoker
set search_path = ''
as $$
  select
    m.user_id, 'period',
    m.period || jsonb_build_object('xp', m.xp),
    m.period || jsonb_build_object('xp', m.log_xp, 'reachedAt', public.exact_iso_time(m.log_reached_at))
  from (
    select
      user_id, jsonb_build_object('kind', kind, 'startsOn', starts_on, 'timeZone', time_zone) as period,
      p.xp, l.xp as log_xp, l.reached_at as log_reached_at
    from (
      select * from public.period_totals p
      where p.community_id = period_mismatches.community_id
        and p.user_id > period_mismatches.after_id and p.user_id <= period_mismatches.to_id
    ) p
    full join public.periods_of_log(
      period_mismatches.community_id, period_mismatches.after_id, period_mismatches.to_id) l
      using (user_id, kind, starts_on, time_zone)
    -- A row of nothing says the same as no row.
    where coalesce(p.xp, 0) <> coalesce(l.xp, 0)
  ) m
$$;

comment on function public.period_mismatches is 'Days, weeks and months of a slice of members whose sum is not what their log says.';

create function public.streak_mismatches(community_id text, after_id text, to_id text) returns setof public.mismatch
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(s.user_id, l.user_id), 'streakDay', to_jsonb(s.day), to_jsonb(l.day)
  from (
    select * from public.streak_days s
    where s.community_id = streak_mismatches.community_id
      and s.user_id > streak_mismatches.after_id and s.user_id <= streak_mismatches.to_id
  ) s
  full join public.streak_days_of_log(
    streak_mismatches.community_id, streak_mismatches.after_id, streak_mismatches.to_id) l
    on l.user_id = s.user_id and l.day = s.day
  where (s.day is null and l.is_own) or l.day is null
$$;

comment on function public.streak_mismatches is 'Days on which members of a slice earned that are not noted, and noted days on which they did not.';
