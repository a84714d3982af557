create function public.get_member_activity(community_id text, user_id text, before jsonb, page_limit integer) returns jsonb
language plpgsql stable security invoker
set search_path = ''
as $$
declare
  v_page public.activity_log[] := public.activity_page_of_member(
    community_id, user_id, null, (before ->> 'at')::timestamptz, (before ->> 'id')::uuid, page_limit + 1);
begin
  return (
    select jsonb_build_object(
      'version', c.version,
      'entries', (
        select coalesce(jsonb_agg(public.activity_entry(v_page[i]) order by i), '[]')
        from generate_series(1, least(cardinality(v_page), page_limit)) i
      ),
      'next', case when cardinality(v_page) > page_limit then public.activity_position(v_page[page_limit]) end
    )
    from public.communities c
    where c.id = get_member_activity.community_id
  );
end
$$;

comment on function public.get_member_activity is
  'One member''s entries, newest first, before a position ({at, id}; null for the newest). Null for an unknown community.';

create function public.get_community_activity(
  community_id text, user_id text, activity_type text, before jsonb, page_limit integer
) returns jsonb
language plpgsql stable security invoker
set search_path = ''
as $$
declare
  v_at timestamptz := (before ->> 'at')::timestamptz;
  v_id uuid := (before ->> 'id')::uuid;
  v_page public.activity_log[];
  v_last public.activity_log;
begin
  -- Apart, since each is a range of another index.
  if user_id is null then
    v_page := public.activity_page_by_time(community_id, activity_type, v_at, v_id, page_limit + 1);
  else
    v_page := public.activity_page_of_member(community_id, user_id, activity_type, v_at, v_id, page_limit + 1);
  end if;
  if cardinality(v_page) > page_limit then
    v_last := v_page[page_limit];
  elsif user_id is null and activity_type is not null then
    v_last := public.activity_scan_end(community_id, v_at, v_id);
  end if;

  return (
    select jsonb_build_object(
      'entries', coalesce(jsonb_agg(
        public.activity_entry(v_page[i])
          || jsonb_build_object('userId', (v_page[i]).user_id, 'displayName', u.display_name) order by i), '[]'),
      'next', public.activity_position(v_last)
    )
    from generate_series(1, least(cardinality(v_page), page_limit)) i
    left join public.users u on u.community_id = get_community_activity.community_id and u.id = (v_page[i]).user_id
  );
end
$$;

comment on function public.get_community_activity is
  'Entries of everybody, or of one member, or of one type, newest first, with whose they are. A page of a rare type may be short, or empty, and go on.';
