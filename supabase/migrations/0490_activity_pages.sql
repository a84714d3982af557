-- Receipts, newest first. A page is a range of one index (activity_log_of_member, activity_log_by_time), never OFFSET.

create function public.activity_page_of_member(
  community_id text, user_id text, activity_type text, before_at timestamptz, before_id uuid, page_limit integer
) returns public.activity_log[]
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(array_agg(p.entry order by (p.entry).created_at desc, (p.entry).id desc), '{}')
  from (
    select l as entry from public.activity_log l
    where l.community_id = activity_page_of_member.community_id and l.user_id = activity_page_of_member.user_id
      and (activity_page_of_member.activity_type is null or l.activity_type = activity_page_of_member.activity_type)
      and (l.created_at, l.id) < (
        coalesce(before_at, 'infinity'), coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
    order by l.created_at desc, l.id desc
    limit page_limit
  ) p
$$;

comment on function public.activity_page_of_member is 'The entries of one member before a position, or the newest where it is null.';

create function public.activity_page_by_time(
  community_id text, activity_type text, before_at timestamptz, before_id uuid, page_limit integer
) returns public.activity_log[]
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(array_agg(p.entry order by (p.entry).created_at desc, (p.entry).id desc), '{}')
  from (
    select s.entry
    from (
      select l as entry from public.activity_log l
      where l.community_id = activity_page_by_time.community_id
        and (l.created_at, l.id) < (
          coalesce(before_at, 'infinity'), coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
      order by l.created_at desc, l.id desc
      -- A type that is rare would otherwise be looked for in the whole log; activity_scan_end says where to go on.
      limit 10000
    ) s
    where activity_page_by_time.activity_type is null or (s.entry).activity_type = activity_page_by_time.activity_type
    limit page_limit
  ) p
$$;

comment on function public.activity_page_by_time is
  'Everybody''s entries before a position, or the newest where it is null: those of a type among 10 000.';

create function public.activity_scan_end(community_id text, before_at timestamptz, before_id uuid) returns public.activity_log
language sql stable security invoker
set search_path = ''
as $$
  select l from public.activity_log l
  where l.community_id = activity_scan_end.community_id
    and (l.created_at, l.id) < (
      coalesce(before_at, 'infinity'), coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
  order by l.created_at desc, l.id desc
  offset 9999
  limit 1
$$;

comment on function public.activity_scan_end is 'The last entry that activity_page_by_time looked at, where it did not reach the first of the log.';
