create function public.delete_reward(community_id text, reward_id text, at timestamptz) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
-- PostgREST takes it over for the call: where many have the level it takes longer than Supabase allows otherwise.
set statement_timeout = '60s'
as $$
declare
  v_reward public.rewards;
  v_is_held boolean;
begin
  -- Claims hold the same row: each is either done, and kept below, or finds no reward any more.
  perform from public.communities c where c.id = delete_reward.community_id for no key update;
  select r.* into v_reward from public.rewards r
  where r.community_id = delete_reward.community_id and r.id::text = lower(delete_reward.reward_id)
    and r.archived_at is null;
  if not found then
    return null;
  end if;
  v_is_held := exists (
    select from public.user_rewards ur
    where ur.community_id = v_reward.community_id and ur.reward_id = v_reward.id and ur.state <> 'unlocked');

  if v_is_held then
    update public.rewards r set archived_at = delete_reward.at
    where r.community_id = v_reward.community_id and r.id = v_reward.id;
    delete from public.user_rewards ur
    where ur.community_id = v_reward.community_id and ur.reward_id = v_reward.id and ur.state = 'unlocked';
  else
    delete from public.rewards r where r.community_id = v_reward.community_id and r.id = v_reward.id;
  end if;

  perform public.tell_community(v_reward.community_id, 'community.updated');
  return jsonb_build_object('outcome', case when v_is_held then 'archived' else 'deleted' end);
end
$$;

comment on function public.delete_reward is
  'Ends a reward: one that somebody has is archived and stays theirs, any other is gone. Null for a reward the community does not give.';
