create function public.get_community_states(community_ids jsonb) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'communityId', c.id,
    'visibility', c.visibility,
    'version', c.version
  ) order by c.id), '[]')
  from public.communities c
  where c.id in (select jsonb_array_elements_text(community_ids))
$$;

comment on function public.get_community_states is
  'What tells whether somebody who watches has missed something or may not watch any more; unknown communities are left out.';
