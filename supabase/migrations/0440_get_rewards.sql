create function public.get_rewards(community_id text, user_id text, to_creator boolean default false) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'version', c.version,
    'rewards', (
      select coalesce(jsonb_agg(public.reward_entry(r, ur, to_creator)
        order by r.level_requirement, r.position, r.created_at, r.id), '[]')
      from public.rewards r
      left join public.user_rewards ur
        on ur.community_id = r.community_id and ur.reward_id = r.id and ur.user_id = get_rewards.user_id
      where r.community_id = c.id
        -- What is no longer given is left to those who have it.
        and (r.archived_at is null or ur.state <> 'unlocked')
    )
  )
  from public.communities c
  where c.id = get_rewards.community_id
$$;

comment on function public.get_rewards is
  'The community''s rewards in order of level and position; with a member, each in the state it has for them, and those that are no longer given. Null for an unknown community.';
