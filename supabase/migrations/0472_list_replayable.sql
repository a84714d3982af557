create function public.list_replayable(
  community_id text, since timestamptz, until timestamptz, after_at timestamptz, after_id uuid, page_limit integer
) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', l.id,
    'userId', l.user_id,
    'type', l.activity_type,
    'key', l.key,
    'at', public.exact_iso_time(l.created_at),
    'xp', l.xp_awarded,
    'facts', l.facts,
    'counterpartId', l.counterpart_id
  ) order by l.created_at, l.id), '[]')
  from (
    select * from public.activity_log l
    where l.community_id = list_replayable.community_id
      and l.created_at >= coalesce(after_at, since) and l.created_at <= until
      and (after_at is null or (l.created_at, l.id) > (after_at, after_id))
      and l.activity_type not in ('adjustment', 'reversal', 'reset')
    order by l.created_at, l.id
    limit page_limit
  ) l
$$;

comment on function public.list_replayable is
  'The activities of some time, in event time order, a page at a time: what they earned, and what other rules would look at.';
