create function public.unlock_for_level(community_id text, user_ids text[], at timestamptz) returns void
language sql volatile security invoker
set search_path = ''
as $$
  insert into public.user_rewards (community_id, user_id, reward_id, unlocked_at)
  select u.community_id, u.id, r.id, unlock_for_level.at
  from public.users u
  join public.rewards r
    on r.community_id = u.community_id and r.level_requirement <= u.level and r.archived_at is null
  where u.community_id = unlock_for_level.community_id and u.id = any (user_ids)
    and u.peak_xp > 0
  order by u.id, r.id
  on conflict do nothing
$$;

comment on function public.unlock_for_level is
  'Gives members with XP every reward of their stored level that they do not have yet. Call it with members and community held.';

create function public.recompute_levels(community_id text, page_limit integer, at timestamptz) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_from text := (
    select x.levels_done_to from public.xp_configurations x where x.community_id = recompute_levels.community_id
  );
  v_user_ids text[];
  v_configuration public.xp_configurations;
  v_last boolean;
begin
  if v_from is null then
    return jsonb_build_object('done', true, 'members', 0);
  end if;
  v_user_ids := array(
    select u.id from public.users u
    where u.community_id = recompute_levels.community_id and u.id > v_from
    order by u.id
    limit page_limit
  );
  v_last := cardinality(v_user_ids) < page_limit;
  perform public.lock_members_of(recompute_levels.community_id, v_user_ids);

  -- Only now: who recomputes after a later save waits for these members, and so has the last word.
  select x.* into v_configuration from public.xp_configurations x where x.community_id = recompute_levels.community_id;
  update public.users u set level = public.level_of(v_configuration, u.xp, u.peak_xp)
  where u.community_id = recompute_levels.community_id and u.id = any (v_user_ids)
    and u.level <> public.level_of(v_configuration, u.xp, u.peak_xp);

  perform from public.communities c where c.id = recompute_levels.community_id for no key update;
  update public.xp_configurations x
  set levels_done_to = case when not v_last then v_user_ids[page_limit] end
  where x.community_id = recompute_levels.community_id
    -- After a save all begins anew, and another replica may have done this slice.
    and x.version = v_configuration.version and x.levels_done_to = v_from;
  if not found then
    return jsonb_build_object('done', false, 'members', 0);
  end if;

  perform public.unlock_for_level(recompute_levels.community_id, v_user_ids, recompute_levels.at);
  if v_last then
    update public.communities c set version = c.version + 1 where c.id = recompute_levels.community_id;
    perform public.broadcast('community:' || recompute_levels.community_id, 'community.updated', jsonb_build_object(
      'version', (select c.version from public.communities c where c.id = recompute_levels.community_id)));
  end if;
  return jsonb_build_object('done', v_last, 'members', cardinality(v_user_ids));
end
$$;

comment on function public.recompute_levels is
  'Recomputes the stored levels of the next members by id and unlocks, without a word, what their level has; done once all are.';
