create function public.slice_end(community_id text, after_id text, page_limit integer) returns text
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(
    (
      select u.id from public.users u
      where u.community_id = slice_end.community_id and u.id > slice_end.after_id
      order by u.id offset slice_end.page_limit - 1 limit 1
    ),
    -- The last slice holds whatever is left, also of who is no member.
    greatest(
      (select max(u.id) from public.users u where u.community_id = slice_end.community_id),
      (select max(l.user_id) from public.activity_log l where l.community_id = slice_end.community_id),
      (select max(p.user_id) from public.period_totals p where p.community_id = slice_end.community_id),
      (select max(s.user_id) from public.streak_days s where s.community_id = slice_end.community_id),
      slice_end.after_id
    )
  )
$$;

comment on function public.slice_end is 'The last member id of the slice that begins after one.';

create function public.mismatches(community_id text, after_id text, to_id text) returns setof public.mismatch
language sql stable security invoker
set search_path = ''
as $$
  select * from public.total_mismatches(mismatches.community_id, mismatches.after_id, mismatches.to_id)
  union all
  select * from public.period_mismatches(mismatches.community_id, mismatches.after_id, mismatches.to_id)
  union all
  select * from public.streak_mismatches(mismatches.community_id, mismatches.after_id, mismatches.to_id)
$$;

comment on function public.mismatches is
  'Everything of a slice of members that is not what the log says. As one statement it sees one moment, and locks nothing.';

create function public.counts_of(mismatches public.mismatch[]) returns jsonb
language sql immutable security invoker
set search_path = ''
as $$
  select coalesce(jsonb_object_agg(c.what, c.count), '{}')
  from (select m.what, count(*) from unnest(mismatches) m group by m.what) c
$$;

comment on function public.counts_of is 'How many there are of each kind: {"total": 1, "period": 3}.';
