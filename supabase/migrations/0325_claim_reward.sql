create function public.reward_distance(reward public.rewards, user_id text) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'levelRequirement', reward.level_requirement,
    'level', public.level_of(c, coalesce(u.xp, 0), coalesce(u.peak_xp, 0)),
    'xpLeft', c.level_thresholds[reward.level_requirement] - coalesce(u.xp, 0)
  )
  from public.xp_configurations c
  left join public.users u on u.community_id = c.community_id and u.id = reward_distance.user_id
  where c.community_id = reward.community_id
$$;

comment on function public.reward_distance is
  'How far a member is from a reward. xpLeft is null for level 0, and for a level that the curve no longer has.';

create function public.claim_reward(community_id text, user_id text, reward_id text, at timestamptz) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_reward public.rewards;
  v_state public.user_rewards;
  v_version bigint;
begin
  -- In the order of an award, so that neither waits for the other in a circle; with the community's row nobody else
  -- unlocks, claims, changes or deletes a reward meanwhile.
  perform public.lock_members_of(community_id, array[user_id]);
  perform from public.communities c where c.id = claim_reward.community_id for no key update;
  select r.* into v_reward from public.rewards r
  where r.community_id = claim_reward.community_id and r.id::text = lower(claim_reward.reward_id);
  select ur.* into v_state from public.user_rewards ur
  where ur.community_id = v_reward.community_id and ur.user_id = claim_reward.user_id and ur.reward_id = v_reward.id;

  case
    when v_reward.id is null
      or v_reward.archived_at is not null and coalesce(v_state.state, 'unlocked') = 'unlocked' then
      return null;
    when v_reward.reward_type = 'role' then
      return jsonb_build_object('outcome', 'role');
    when v_state.state is null then
      return jsonb_build_object('outcome', 'locked') || public.reward_distance(v_reward, user_id);
    when v_state.state <> 'unlocked' then
      return jsonb_build_object(
        'outcome', 'taken', 'state', v_state.state, 'claimedAt', public.iso_time(v_state.claimed_at));
    else
      update public.user_rewards ur set state = 'claimed', claimed_at = claim_reward.at
      where ur.community_id = v_state.community_id and ur.user_id = v_state.user_id
        and ur.reward_id = v_state.reward_id
      returning * into v_state;
  end case;

  -- The version moves for the member's own views; nobody else sees a difference.
  v_version := public.tell_community(community_id, 'community.changed', '{"changed": []}');
  perform public.broadcast(
    format('member:%s:%s', community_id, user_id), 'reward.updated',
    jsonb_build_object('version', v_version, 'userId', user_id, 'reward', public.reward_entry(v_reward, v_state)));
  return jsonb_build_object('outcome', 'claimed', 'reward', public.reward_entry(v_reward, v_state));
end
$$;

comment on function public.claim_reward is
  'Makes an unlocked badge or custom reward the member''s, once. Outcomes: claimed, role (given by itself), locked (with the distance), taken (with its state). Null for a reward the community does not give.';
