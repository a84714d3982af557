create function public.get_rank_card(
  community_id text, user_id text, viewer_scope text, viewer_id text, at timestamptz
) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  with shown as (select public.shown_visibilities(viewer_scope) as visibilities),
  member as (
    select
      c.id as community_id, get_rank_card.user_id as id, coalesce(u.xp, 0) as xp, u.last_active,
      u.pseudonym, u.username, u.display_name, u.avatar_url,
      c.version, c.time_zone, x.level_thresholds, x.cooldown_seconds,
      width_bucket(coalesce(u.xp, 0), x.level_thresholds) as current_level,
      u.xp > 0 and not u.excluded as ranked
    from public.communities c
    join public.xp_configurations x on x.community_id = c.id
    cross join shown
    left join public.users u on u.community_id = c.id and u.id = get_rank_card.user_id
    where c.id = get_rank_card.community_id
      -- One's own card exists before any XP.
      and (u.visibility = any (shown.visibilities) or get_rank_card.user_id = viewer_id)
  )
  select jsonb_build_object(
    'userId', m.id,
    'xp', m.xp,
    'level', m.current_level,
    'levelXp', coalesce(m.level_thresholds[m.current_level], 0),
    'nextLevelXp', m.level_thresholds[m.current_level + 1],
    'rank', case when m.ranked then 1 + public.count_above(m.community_id, shown.visibilities, m.xp) end,
    'total', public.count_above(m.community_id, shown.visibilities, 0),
    'streakDays', public.count_streak_days(m.community_id, m.id, (get_rank_card.at at time zone m.time_zone)::date),
    'lastActiveAt', public.iso_time(m.last_active),
    'nextEligibleAt', public.next_eligible_times(m.community_id, m.id, make_interval(secs => m.cooldown_seconds), get_rank_card.at),
    'version', m.version
  ) || public.shown_identity(
    case when m.id = viewer_id then 'members' else viewer_scope end,
    m.pseudonym, m.username, m.display_name, m.avatar_url)
  from member m cross join shown
$$;

comment on function public.get_rank_card is
  'One member''s card at a time, or null for a member who does not exist or whom this viewer may not see; one''s own begins with 0 XP.';
