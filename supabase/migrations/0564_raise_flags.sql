create function public.raise_flags(community_id text, at timestamptz) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_to timestamptz := (public.period_bounds(community_id, 'day', at)).starts_at;
  v_day record := public.period_bounds(community_id, 'day', v_to - interval '1 microsecond');
  v_count integer;
begin
  insert into public.flags (community_id, kind, user_ids, day, evidence, found_at)
  select raise_flags.community_id, s.kind, s.user_ids, v_day.starts_on, s.evidence, raise_flags.at
  from (
    select 'burst' as kind, b.* from public.find_bursts(community_id, v_day.starts_at, v_to) b
    union all
    select 'reciprocal', r.* from public.find_rings(community_id, v_to - interval '7 days', v_to) r
  ) s
  where exists (select from public.communities c where c.id = raise_flags.community_id)
    and not exists (
      select from public.flags f
      where f.community_id = raise_flags.community_id and f.kind = s.kind and f.user_ids = s.user_ids
        and (
          -- The creator has looked at it.
          f.dismissed_at > raise_flags.at - interval '30 days'
          -- A ring is told of once in the days that it is looked for in.
          or (s.kind = 'reciprocal' and f.dismissed_at is null and f.day > v_day.starts_on - 7)
        )
    )
  on conflict on constraint flag_is_raised_once_a_day do nothing;
  get diagnostics v_count = row_count;
  return to_jsonb(v_count);
end
$$;

comment on function public.raise_flags is
  'Looks for signs of farming in the community''s last whole day, and of rings in the seven days up to its end; returns how many are new.';
