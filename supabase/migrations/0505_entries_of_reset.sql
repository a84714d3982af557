create function public.entries_of_reset(reset public.resets) returns setof public.activity_log
language sql stable security invoker
set search_path = ''
as $$
  -- The time finds them by an index; the key says that they are this reset's.
  select l.* from public.activity_log l
  where l.community_id = reset.community_id and l.created_at = reset.made_at
    and l.activity_type = 'reset' and l.key = format('reset:%s:%s', reset.id, l.user_id)
$$;

comment on function public.entries_of_reset is 'What a reset took, by member; of members who were erased nothing is left.';

create function public.obstacle_to_undoing(reset public.resets, at timestamptz) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select case
    when reset.undone_at is not null then '{"outcome": "undone-before"}'::jsonb
    when obstacle_to_undoing.at >= reset.made_at + interval '30 days' then '{"outcome": "too-late"}'
    else (
      select jsonb_build_object('outcome', 'too-much', 'userId', u.id)
      from public.entries_of_reset(reset) l
      join public.users u on u.community_id = l.community_id and u.id = l.user_id
      where u.xp - l.xp_awarded > 9007199254740991
      order by u.id
      limit 1
    )
  end
$$;

comment on function public.obstacle_to_undoing is
  'Why a reset cannot be undone: undone-before, too-late (after 30 days), too-much (a total would leave the safe integers); null where it can.';
