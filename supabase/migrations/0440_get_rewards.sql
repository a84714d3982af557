create function public.get_rewards(community_id text, user_id text) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'version', c.version,
    'rewards', (
      select coalesce(jsonb_agg(public.reward_entry(r, ur) order by r.level_requirement, r.created_at, r.id), '[]')
      from public.rewards r
      left join public.user_rewards ur
        on ur.community_id = r.community_id and ur.reward_id = r.id and ur.user_id = get_rewards.user_id
      where r.community_id = c.id
    )
  )
  from public.communities c
  where c.id = get_rewards.community_id
$$;

comment on function public.get_rewards is
  'The community''s rewards in order of level; with a member, each in the state it has for them. Null for an unknown community.';
