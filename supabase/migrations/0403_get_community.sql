create function public.get_community(community_id text) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'communityId', c.id,
    'name', c.name,
    'visibility', c.visibility,
    'theme', c.theme,
    'timeZone', c.time_zone,
    'levelThresholds', to_jsonb(x.level_thresholds),
    'levels', x.levels,
    'version', c.version
  )
  from public.communities c
  join public.xp_configurations x on x.community_id = c.id
  where c.id = get_community.community_id
$$;

comment on function public.get_community is 'What a community shows of itself, or null for an unknown one.';
