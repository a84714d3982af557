create function public.find_stale_profiles(community_id text, user_ids jsonb, before timestamptz) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(u.id order by u.id), '[]')
  from public.users u
  where u.community_id = find_stale_profiles.community_id
    and u.id = any (array(select jsonb_array_elements_text(user_ids)))
    and (u.profile_fetched_at is null or u.profile_fetched_at < find_stale_profiles.before)
$$;

comment on function public.find_stale_profiles is
  'Of these members, whose profile was never fetched or before a time; members who do not exist are left out.';
