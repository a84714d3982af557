create function public.get_preview_frame(
  community_id text, since timestamptz, until timestamptz, max_activities integer
) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'since', public.exact_iso_time(coalesce(f.first_left_out + interval '1 microsecond', since)),
    'isComplete', f.first_left_out is null,
    'timeZone', c.time_zone,
    'zones', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'kind', z.kind,
        'startsAt', case when isfinite(z.starts_at) then public.iso_time(z.starts_at) end,
        'timeZone', z.time_zone
      ) order by z.kind, z.starts_at), '[]')
      from public.community_time_zones z where z.community_id = c.id
    ),
    'rewardLevels', (
      select coalesce(jsonb_agg(r.level_requirement order by r.level_requirement), '[]')
      from public.rewards r where r.community_id = c.id and r.archived_at is null
    )
  )
  from public.communities c
  cross join lateral (
    select (
      select l.created_at from public.activity_log l
      where l.community_id = c.id and l.created_at >= since and l.created_at <= until
      order by l.created_at desc
      offset max_activities limit 1
    ) as first_left_out
  ) f
  where c.id = get_preview_frame.community_id
$$;

comment on function public.get_preview_frame is
  'What a preview begins with: since when the newest activities can be replayed, the zones of the periods, the levels of the rewards. Null for an unknown community.';
