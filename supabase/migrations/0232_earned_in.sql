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
