create function public.create_reward(reward jsonb) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_community_id text := reward ->> 'communityId';
  v_level integer := (reward ->> 'levelRequirement')::integer;
  v_reward_id uuid;
  v_unlocked integer;
begin
  -- With the community's row held, every award either committed before (and is seen below) or will see this reward.
  update public.communities c set version = c.version + 1 where c.id = v_community_id;

  insert into public.rewards (community_id, level_requirement, reward_type, name, description, image_url, metadata)
  values (
    v_community_id, v_level, reward ->> 'type', reward ->> 'name', reward ->> 'description', reward ->> 'imageUrl',
    coalesce(reward -> 'metadata', '{}')
  )
  returning id into v_reward_id;

  insert into public.user_rewards (community_id, user_id, reward_id, unlocked_at)
  select u.community_id, u.id, v_reward_id, now()
  from public.users u
  join public.xp_configurations c on c.community_id = u.community_id
  where u.community_id = v_community_id and width_bucket(u.xp, c.level_thresholds) >= v_level;
  get diagnostics v_unlocked = row_count;

  perform public.broadcast('community:' || v_community_id, 'community.updated',
    jsonb_build_object('version', (select c.version from public.communities c where c.id = v_community_id)));
  return jsonb_build_object('rewardId', v_reward_id, 'unlocked', v_unlocked);
end
$$;

comment on function public.create_reward is 'Adds a reward and unlocks it for every member who already has the level.';
