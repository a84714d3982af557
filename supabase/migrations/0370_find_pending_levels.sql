-- After a changed curve, stored levels follow in slices, while awards go on (they count with the current curve anyway).

create index configurations_with_pending_levels on public.xp_configurations (community_id)
  where levels_done_to is not null;

create function public.find_pending_levels() returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(p.community_id order by p.community_id), '[]')
  from (
    select x.community_id from public.xp_configurations x
    where x.levels_done_to is not null
    order by x.community_id
    limit 1000
  ) p
$$;

comment on function public.find_pending_levels is 'Communities whose stored levels are not all recomputed yet, at most 1000.';
