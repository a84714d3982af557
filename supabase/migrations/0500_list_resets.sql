create function public.reset_entry(reset public.resets) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'resetId', reset.id,
    'userId', reset.user_id,
    'reason', reset.reason,
    'madeBy', reset.made_by,
    'madeAt', public.iso_time(reset.made_at),
    'undoableUntil', public.iso_time(reset.made_at + interval '30 days'),
    'members', reset.members,
    'xp', reset.xp,
    'undoneAt', public.iso_time(reset.undone_at),
    'undoneBy', reset.undone_by
  )
$$;

comment on function public.reset_entry is 'A reset as the HTTP contract names its fields.';

create function public.list_resets(community_id text) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(public.reset_entry(r) order by r.made_at desc, r.id), '[]')
  from (
    select n.* from public.resets n
    where n.community_id = list_resets.community_id
    order by n.made_at desc, n.id
    limit 200
  ) r
$$;

comment on function public.list_resets is 'The community''s newest 200 resets, newest first.';
