create function public.earned_in(
  community_id text, user_id text, activity_type text, period tstzrange
) returns bigint
language plpgsql stable security invoker
set search_path = ''
as $$
begin
  if period is null then
    return null;
  elsif activity_type is null then
    return (
      select coalesce(sum(l.xp_awarded), 0) from public.activity_log l
      where l.community_id = earned_in.community_id and l.user_id = earned_in.user_id and l.refusal is null
        and l.activity_type not in ('adjustment', 'reversal', 'reset')
        and l.created_at >= lower(period) and l.created_at < upper(period)
    );
  end if;
  return (
    select coalesce(sum(l.xp_awarded), 0) from public.activity_log l
    where l.community_id = earned_in.community_id and l.user_id = earned_in.user_id and l.refusal is null
      and l.activity_type = earned_in.activity_type
      and l.created_at >= lower(period) and l.created_at < upper(period)
  );
end
$$;

comment on function public.earned_in is
  'XP that a member earned in a period, with one source or (null) with all; what the creator gave or took does not count.';

create function public.range_of(community_id text, kind text, at timestamptz) returns tstzrange
language plpgsql stable security invoker
set search_path = ''
as $$
declare
  v_period record := public.period_bounds(community_id, kind, at);
begin
  return tstzrange(v_period.starts_at, v_period.ends_at);
end
$$;

comment on function public.range_of is 'The day, week or month that an instant belongs to, as a range.';

create function public.find_history(awards public.award[]) returns public.award[]
language plpgsql stable security invoker
set search_path = ''
as $$
declare
  v_awards public.award[] := awards;
  v_found record;
begin
  for v_found in
    select
      a.ordinality as place,
      row(
        case when (a.limits).repeat_days is not null then (
          select count(*) from public.activity_log l
          where l.community_id = a.community_id and l.user_id = a.user_id and l.activity_type = a.activity_type
            and l.refusal is null and l.counterpart_id = a.counterpart_id
            and l.created_at > a.at - make_interval(hours => 24 * (a.limits).repeat_days)
            and l.created_at < a.at + make_interval(hours => 24 * (a.limits).repeat_days)
        ) end,
        p.day, p.week,
        case when (a.limits).daily_cap is not null
          then public.earned_in(a.community_id, a.user_id, a.activity_type, p.day) end,
        case when (a.limits).weekly_cap is not null
          then public.earned_in(a.community_id, a.user_id, a.activity_type, p.week) end,
        case when (a.limits).all_daily_cap is not null
          then public.earned_in(a.community_id, a.user_id, null, p.day) end,
        case when (a.limits).all_weekly_cap is not null
          then public.earned_in(a.community_id, a.user_id, null, p.week) end,
        u.effort_banks -> a.activity_type
      )::public.award_history as history
    from unnest(awards) with ordinality a
    join public.users u on u.community_id = a.community_id and u.id = a.user_id
    cross join lateral (
      select
        case when num_nonnulls((a.limits).daily_cap, (a.limits).all_daily_cap) > 0
          then public.range_of(a.community_id, 'day', a.at) end as day,
        case when num_nonnulls((a.limits).weekly_cap, (a.limits).all_weekly_cap) > 0
          then public.range_of(a.community_id, 'week', a.at) end as week
      offset 0
    ) p
    where a.outcome is null and (a.limits).bounds_amount
  loop
    v_awards[v_found.place].history := v_found.history;
  end loop;
  return v_awards;
end
$$;

comment on function public.find_history is 'Brings what is known from before the call to each open award that something other than a cooldown bounds.';
