-- Example data for a database of your own: one community, three members, their log and the rewards it unlocked.
-- Everything goes through the functions the service calls, so totals are sums of the log; running it again adds nothing.

do $$
declare
  v_club constant text := 'biz_demo';
  -- The first ten levels of MEE6.
  v_levels constant jsonb := '[100, 255, 475, 770, 1150, 1625, 2205, 2900, 3720, 4675]';
begin
  perform public.ensure_communities(
    jsonb_build_array(v_club), jsonb_build_object('visibility', 'public', 'levelThresholds', v_levels));
  update public.communities set name = 'Demo' where id = v_club and name is null;

  perform public.create_reward(jsonb_build_object('communityId', v_club) || r.reward)
  from (values
    ('{"levelRequirement": 1, "type": "badge", "name": "Newcomer"}'::jsonb),
    ('{"levelRequirement": 3, "type": "role", "name": "Regular", "metadata": {"role": "regular"}}'),
    ('{"levelRequirement": 6, "type": "custom", "name": "Coaching call", "description": "Half an hour with the team"}')
  ) r (reward)
  where not exists (
    select from public.rewards e where e.community_id = v_club and e.name = r.reward ->> 'name'
  );

  -- Ten minutes apart, so that no cooldown refuses any; the natural keys make a second run a replay.
  perform public.award_xp(jsonb_agg(jsonb_build_object(
    'communityId', v_club,
    'userId', m.user_id,
    'type', s.type,
    'key', format(s.key, m.user_id, n),
    'at', now() - n * interval '10 minutes',
    'xp', s.xp,
    'configVersion', c.version,
    'receipt', jsonb_build_object('base', s.xp),
    'username', m.username,
    'displayName', m.display_name
  )))
  from (values
    ('user_ana', 'anad', 'Ana Duarte', 60, 20, 30),
    ('user_ben', 'ben_makes', null, 30, 10, 5),
    ('user_chidi', 'chidi', 'Chidi Okafor', 8, 0, 2)
  ) m (user_id, username, display_name, chats, replies, reactions)
  join public.xp_configurations c on c.community_id = v_club
  cross join lateral (values
    ('chat', 'chat:seed_%s_%s', c.chat_xp, m.chats),
    ('reply', 'chat:seed_reply_%s_%s', c.reply_xp, m.replies),
    ('reaction', 'reaction:%s:seed_%s', c.reaction_xp, m.reactions)
  ) s (type, key, xp, count)
  cross join lateral generate_series(1, s.count) n;
end
$$;
