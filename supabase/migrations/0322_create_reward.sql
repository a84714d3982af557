create function public.create_reward(reward jsonb, at timestamptz default now()) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
-- PostgREST takes it over for the call: where many have the level it takes longer than Supabase allows otherwise.
set statement_timeout = '60s'
as $$
declare
  v_community_id text := reward ->> 'communityId';
  v_level integer := (reward ->> 'levelRequirement')::integer;
  v_top_level integer;
  v_reward public.rewards;
  v_unlocked integer;
begin
  -- A configuration is saved under the same row, so its top level stays until this is committed.
  perform from public.communities c where c.id = v_community_id for no key update;
  select cardinality(x.level_thresholds) into v_top_level
  from public.xp_configurations x where x.community_id = v_community_id;
  if not found then
    return null;
  elsif v_level > v_top_level then
    return jsonb_build_object('outcome', 'above-top-level', 'topLevel', v_top_level);
  end if;

  insert into public.rewards
    (community_id, level_requirement, reward_type, name, description, image_url, metadata, code, position)
  values (
    v_community_id, v_level, reward ->> 'type', reward ->> 'name', reward ->> 'description', reward ->> 'imageUrl',
    coalesce(reward -> 'metadata', '{}') - 'code', reward #>> '{metadata,code}',
    coalesce((reward ->> 'position')::integer, 0)
  )
  returning * into v_reward;
  v_unlocked := public.give_reward(v_reward, at);

  perform public.tell_community(v_community_id, 'community.updated');
  return jsonb_build_object(
    'outcome', 'saved', 'rewardId', v_reward.id, 'reward', public.reward_entry(v_reward, null, true),
    'unlocked', v_unlocked);
end
$$;

comment on function public.create_reward is
  'Adds a reward and unlocks it for every member who already has the level. Outcome above-top-level: nobody could ever reach it. Null for an unknown community.';
