create function public.find_mismatches(community_id text, after_id text, page_limit integer) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'members', s.members,
    'counts', public.counts_of(m.found),
    'mismatches', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'userId', f.user_id, 'what', f.what, 'stored', f.stored, 'fromLog', f.from_log)), '[]')
      from (select * from unnest(m.found) f order by f.user_id, f.what limit 100) f
    ),
    'next', case when s.members = find_mismatches.page_limit then s.to_id end
  )
  from (
    select e.to_id, (
      select count(*) from public.users u
      where u.community_id = find_mismatches.community_id and u.id > find_mismatches.after_id and u.id <= e.to_id
    ) as members
    from (
      select public.slice_end(
        find_mismatches.community_id, find_mismatches.after_id, find_mismatches.page_limit) as to_id
      offset 0
    ) e
  ) s
  cross join lateral (
    select array(
      select m from public.mismatches(find_mismatches.community_id, find_mismatches.after_id, s.to_id) m
    ) as found
    offset 0
  ) m
$$;

comment on function public.find_mismatches is
  'Compares one slice of members with the log: how many, the first 100 mismatches, and after whom to go on (null at the end).';
