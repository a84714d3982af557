-- When a member can earn again.

create function public.next_eligible_at(
  configuration public.xp_configurations, member public.users, source text, at timestamptz
) returns timestamptz
language plpgsql stable security invoker
set search_path = ''
as $$
declare
  v_community_id text := configuration.community_id;
  v_limits public.source_limits := public.limits_of(configuration, source);
  v_bank jsonb := member.effort_banks -> source;
  v_until timestamptz;
begin
  select max(l.created_at) + v_limits.cooldown into v_until
  from public.activity_log l
  where l.community_id = v_community_id and l.user_id = member.id and l.activity_type = source and l.refusal is null
    and l.created_at < next_eligible_at.at + v_limits.cooldown;

  select greatest(v_until, max(p.ends_at)) into v_until
  from (
    values
      ('day', source, v_limits.daily_cap), ('day', null, v_limits.all_daily_cap),
      ('week', source, v_limits.weekly_cap), ('week', null, v_limits.all_weekly_cap)
  ) c (kind, of, most)
  cross join lateral public.period_bounds(v_community_id, c.kind, next_eligible_at.at) p
  where c.most is not null
    and public.earned_in(v_community_id, member.id, c.of, tstzrange(p.starts_at, p.ends_at)) >= c.most;

  if v_limits.bank_capacity is not null and v_bank is not null then
    v_until := greatest(v_until, (v_bank ->> 'at')::timestamptz
      + make_interval(secs => (1 - (v_bank ->> 'xp')::numeric) * 3600 / v_limits.bank_refill_per_hour));
  end if;
  return case when v_until > next_eligible_at.at then v_until end;
end
$$;

comment on function public.next_eligible_at is
  'When a source can earn again: after its cooldown, after the day or week whose cap is used up, and when its bank holds 1 XP; null for now.';

create function public.next_eligible_times(
  configuration public.xp_configurations, member public.users, at timestamptz
) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select jsonb_build_object('chat', null, 'reply', null, 'reaction', null) || coalesce(jsonb_object_agg(
    s.source,
    -- Up to the next millisecond, so that nobody comes too early.
    public.iso_time(public.next_eligible_at(configuration, member, s.source, next_eligible_times.at)
      + interval '999 microseconds')), '{}')
  from public.rewarded_sources(configuration) s (source)
$$;

comment on function public.next_eligible_times is
  'For every source that is worth something, when the member can earn again; null means now. Chat, replies and reactions are always there.';
