create function public.list_integrity_checks(community_id text, page_limit integer) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'checkedAt', public.iso_time(i.checked_at),
    'ok', i.ok,
    'members', i.members,
    'counts', coalesce(i.report -> 'counts', '{}'),
    'mismatches', coalesce(i.report -> 'mismatches', '[]')
  ) order by i.checked_at desc), '[]')
  from (
    select * from public.integrity_checks i
    where i.community_id = list_integrity_checks.community_id
    order by i.checked_at desc
    limit page_limit
  ) i
$$;

comment on function public.list_integrity_checks is 'The last checks of a community, newest first.';
