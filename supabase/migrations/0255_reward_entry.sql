create function public.reward_entry(
  reward public.rewards, of_member public.user_rewards, to_creator boolean default false
) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'rewardId', reward.id,
    'levelRequirement', reward.level_requirement,
    'type', reward.reward_type,
    'name', reward.name,
    'description', reward.description,
    'imageUrl', reward.image_url,
    'metadata', reward.metadata || case
      when reward.code is not null
        and (to_creator or of_member.claimed_at is not null and of_member.state not in ('expired', 'revoked'))
        then jsonb_build_object('code', reward.code)
      else '{}'
    end,
    'state', coalesce(of_member.state, 'locked'),
    'unlockedAt', public.iso_time(of_member.unlocked_at),
    'claimedAt', public.iso_time(of_member.claimed_at),
    'position', reward.position
  )
$$;

comment on function public.reward_entry is
  'A reward as the HTTP contract names its fields, in the state it has for a member; locked without one. Its code is there after the claim, and for the creator.';
