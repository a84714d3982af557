create function public.update_reward(
  community_id text, reward_id text, change jsonb, at timestamptz
) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
-- PostgREST takes it over for the call: where many have the level it takes longer than Supabase allows otherwise.
set statement_timeout = '60s'
as $$
declare
  v_top_level integer;
  v_old public.rewards;
  v_new public.rewards;
  v_unlocked integer := 0;
begin
  perform from public.communities c where c.id = update_reward.community_id for no key update;
  select r.* into v_old from public.rewards r
  -- As text, so that what is no uuid is a reward nobody has rather than an error.
  where r.community_id = update_reward.community_id and r.id::text = lower(update_reward.reward_id)
    and r.archived_at is null;
  if not found then
    return null;
  end if;
  select cardinality(x.level_thresholds) into v_top_level
  from public.xp_configurations x where x.community_id = v_old.community_id;
  if (change ->> 'levelRequirement')::integer > v_top_level then
    return jsonb_build_object('outcome', 'above-top-level', 'topLevel', v_top_level);
  end if;

  update public.rewards r
  set
    level_requirement = coalesce((change ->> 'levelRequirement')::integer, r.level_requirement),
    name = coalesce(change ->> 'name', r.name),
    description = case when change ? 'description' then change ->> 'description' else r.description end,
    image_url = case when change ? 'imageUrl' then change ->> 'imageUrl' else r.image_url end,
    position = coalesce((change ->> 'position')::integer, r.position),
    metadata = case when change ? 'metadata' then (change -> 'metadata') - 'code' else r.metadata end,
    code = case when change ? 'metadata' then change #>> '{metadata,code}' else r.code end
  where r.community_id = v_old.community_id and r.id = v_old.id
  returning * into v_new;
  -- A higher level takes nothing from those who have it.
  if v_new.level_requirement < v_old.level_requirement then
    v_unlocked := public.give_reward(v_new, at);
  end if;

  perform public.tell_community(v_new.community_id, 'community.updated');
  return jsonb_build_object(
    'outcome', 'saved', 'rewardId', v_new.id, 'reward', public.reward_entry(v_new, null, true),
    'unlocked', v_unlocked);
end
$$;

comment on function public.update_reward is
  'Changes what is given of a reward; a lower level unlocks it for whoever has that one. Outcome above-top-level: nobody could ever reach it. Null for a reward the community does not give.';
