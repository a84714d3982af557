create function public.card_streak(community_id text, user_id text, at timestamptz) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'streakDays', s.days,
    'streak', jsonb_build_object(
      'freezes', s.freezes, 'frozenDays', s.frozen_days, 'endsAt', public.iso_time(s.ends_at)))
  from public.streak_of(community_id, user_id, at) s
$$;

comment on function public.card_streak is 'The streak as a card shows it.';

create function public.own_settings(member public.users) returns jsonb
language sql immutable security invoker
set search_path = ''
as $$
  select jsonb_build_object('settings', jsonb_build_object(
    'visibility', coalesce(member.visibility, 'public'),
    'pseudonym', member.pseudonym,
    'announcements', coalesce(member.announcements, true),
    'timeZone', member.time_zone))
$$;

comment on function public.own_settings is 'What a member decided about themselves, or what holds before they did.';

create function public.get_rank_card(
  community_id text, user_id text, viewer_scope text, viewer_id text, at timestamptz
) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  with named as (
    select
      public.shown_visibilities(viewer_scope) as shown,
      -- One's own card exists before any XP.
      coalesce(
        public.find_shown_member(community_id, viewer_scope, viewer_id, user_id),
        case when user_id = viewer_id then user_id end) as id
  ),
  member as (
    select
      n.id, n.shown, n.id = viewer_id as is_own, c.version, u, x, coalesce(u.xp, 0) as xp,
      public.level_of(x, coalesce(u.xp, 0), coalesce(u.peak_xp, 0)) as level,
      u.xp > 0 and not u.excluded as is_ranked
    from named n
    join public.communities c on c.id = get_rank_card.community_id
    join public.xp_configurations x on x.community_id = c.id
    left join public.users u on u.community_id = c.id and u.id = n.id
    where n.id is not null
  )
  select
    jsonb_build_object(
      'xp', m.xp,
      'level', m.level,
      'levelXp', coalesce((m.x).level_thresholds[m.level], 0),
      'nextLevelXp', (m.x).level_thresholds[m.level + 1],
      'rank', case when m.is_ranked then 1 + public.count_above(get_rank_card.community_id, m.shown, m.xp) end,
      'total', public.count_above(get_rank_card.community_id, m.shown, 0),
      'lastActiveAt', public.iso_time((m.u).last_active),
      'nextEligibleAt', public.next_eligible_times(m.x, m.u, get_rank_card.at),
      'version', m.version)
    || public.card_streak(get_rank_card.community_id, m.id, get_rank_card.at)
    || public.shown_identity(case when m.is_own then 'members' else viewer_scope end, m.u)
    || case when m.is_own then public.own_settings(m.u) || jsonb_build_object('userId', m.id) else '{}' end
  from member m
$$;

comment on function public.get_rank_card is
  'One member''s card at a time, or null for a member who does not exist or whom this viewer may not see; one''s own begins with 0 XP.';
