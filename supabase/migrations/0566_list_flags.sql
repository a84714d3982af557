create function public.flag_entry(flag public.flags) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'flagId', flag.id,
    'kind', flag.kind,
    'userIds', flag.user_ids,
    'day', flag.day,
    'evidence', flag.evidence,
    'foundAt', public.iso_time(flag.found_at),
    'dismissedAt', public.iso_time(flag.dismissed_at))
$$;

comment on function public.flag_entry is 'A flag as the HTTP contract names its fields, without its summary.';

create function public.list_flags(community_id text, page_limit integer) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(public.flag_entry(f) order by f.found_at desc, f.id), '[]')
  from (
    select * from public.flags f
    where f.community_id = list_flags.community_id
    order by f.found_at desc, f.id
    limit page_limit
  ) f
$$;

comment on function public.list_flags is 'The newest flags of a community, dismissed ones included.';

create function public.dismiss_flag(community_id text, flag_id text, at timestamptz, by text) returns jsonb
language sql volatile security invoker
set search_path = ''
as $$
  update public.flags f
  set
    dismissed_at = coalesce(f.dismissed_at, dismiss_flag.at),
    dismissed_by = case when f.dismissed_at is null then dismiss_flag.by else f.dismissed_by end
  -- As text, so that what is no uuid is a flag nobody raised rather than an error.
  where f.community_id = dismiss_flag.community_id and f.id::text = lower(dismiss_flag.flag_id)
  returning public.flag_entry(f)
$$;

comment on function public.dismiss_flag is 'Notes that the creator has looked at a flag; null for an unknown one. Dismissing twice keeps the first time.';
