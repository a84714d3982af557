create function public.tell_changes(changes public.member_change[]) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_community record;
  v_event record;
  v_unlocked jsonb := '[]';
begin
  update public.communities c set version = c.version + 1
  where c.id in (select m.community_id from unnest(changes) m);

  if exists (select from unnest(changes) m where m.level > m.previous_level)
    or exists (
      select from unnest(changes) m
      join public.xp_configurations x on x.community_id = m.community_id
      join public.rewards r on r.community_id = m.community_id
      where r.level_requirement <= width_bucket(0, x.level_thresholds)
    )
  then
    v_unlocked := public.unlock_rewards(changes);
  end if;

  for v_community in
    select
      c.id, c.version,
      coalesce(
        jsonb_agg(jsonb_build_object('userId', m.shown_id, 'xp', m.xp, 'level', m.level) order by m.shown_id)
          filter (where m.visibility = 'public'), '[]') as changed
    from unnest(changes) m join public.communities c on c.id = m.community_id
    group by c.id, c.version
    order by c.id
  loop
    perform public.broadcast(
      'community:' || v_community.id, 'community.changed',
      jsonb_build_object('version', v_community.version, 'changed', v_community.changed));
  end loop;

  for v_event in
    select m.community_id, m.user_id, 'member.changed' as event,
      jsonb_build_object('xp', m.xp, 'level', m.level) as payload
    from unnest(changes) m
    where m.visibility <> 'public'
    union all
    select m.community_id, m.user_id, 'member.leveled_up',
      jsonb_build_object('xp', m.xp, 'level', m.level, 'previousLevel', m.previous_level)
    from unnest(changes) m
    where m.level > m.previous_level
    union all
    select u.community_id, u.user_id, 'reward.unlocked',
      jsonb_build_object('reward', public.reward_entry(r, u))
    from jsonb_populate_recordset(null::public.user_rewards, v_unlocked) u
    join public.rewards r on r.community_id = u.community_id and r.id = u.reward_id
  loop
    perform public.broadcast(
      format('member:%s:%s', v_event.community_id, v_event.user_id), v_event.event,
      v_event.payload || jsonb_build_object(
        'userId', v_event.user_id,
        'version', (select c.version from public.communities c where c.id = v_event.community_id)));
  end loop;
end
$$;

comment on function public.tell_changes is
  'Bumps the communities'' versions, unlocks rewards of members who rose, and broadcasts: one message per community, and a member''s own to the member. Call it with the communities held.';
