-- Who calls this holds the community's row, so that every award either committed before (and is seen here) or will see
-- the reward as it is now. Of members nothing but their keys is locked, which an award in flight does not mind.

create function public.give_reward(reward public.rewards, at timestamptz) returns integer
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_count integer;
begin
  insert into public.user_rewards (community_id, user_id, reward_id, unlocked_at)
  select u.community_id, u.id, reward.id, give_reward.at
  from public.users u
  join public.xp_configurations c on c.community_id = u.community_id
  where u.community_id = reward.community_id
    and public.level_of(c, u.xp, u.peak_xp) >= reward.level_requirement
    -- Also where everybody begins, a reward comes with the first XP.
    and u.peak_xp > 0
  order by u.id
  on conflict do nothing;
  get diagnostics v_count = row_count;
  return v_count;
end
$$;

comment on function public.give_reward is
  'Unlocks a reward for every member with XP who has its level and not the reward; returns for how many.';
