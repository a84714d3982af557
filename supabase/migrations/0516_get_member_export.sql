create function public.exported_settings(member public.users) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'profile', jsonb_build_object(
      'userId', member.id, 'username', member.username, 'displayName', member.display_name,
      'avatarUrl', member.avatar_url, 'namedAt', public.iso_time(member.named_at),
      'fetchedAt', public.iso_time(member.profile_fetched_at)),
    'settings', jsonb_build_object(
      'visibility', member.visibility, 'pseudonym', member.pseudonym, 'publicId', member.public_id,
      'announcements', member.announcements, 'timeZone', member.time_zone),
    'totals', jsonb_build_object(
      'xp', member.xp, 'level', member.level, 'peakXp', member.peak_xp, 'excluded', member.excluded,
      'reachedAt', public.iso_time(member.reached_at), 'lastActiveAt', public.iso_time(member.last_active),
      'joinedAt', public.iso_time(member.joined_at), 'knownSince', public.iso_time(member.created_at),
      'effortBanks', member.effort_banks)
  )
$$;

comment on function public.exported_settings is 'What a member''s own row says, in the words of the HTTP contract.';

create function public.get_member_export(community_id text, user_id text) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select public.exported_settings(u) || jsonb_build_object(
    'periods', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'kind', p.kind, 'startsOn', p.starts_on, 'timeZone', p.time_zone, 'xp', p.xp,
        'reachedAt', public.iso_time(p.reached_at)) order by p.kind, p.starts_on, p.time_zone), '[]')
      from public.period_totals p where p.community_id = u.community_id and p.user_id = u.id
    ),
    'streakDays', (
      select coalesce(jsonb_agg(s.day order by s.day), '[]')
      from public.streak_days s where s.community_id = u.community_id and s.user_id = u.id
    ),
    'rewards', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'rewardId', r.id, 'type', r.reward_type, 'name', r.name, 'state', ur.state,
        'unlockedAt', public.iso_time(ur.unlocked_at), 'claimedAt', public.iso_time(ur.claimed_at))
        order by ur.unlocked_at, r.id), '[]')
      from public.user_rewards ur
      join public.rewards r on r.community_id = ur.community_id and r.id = ur.reward_id
      where ur.community_id = u.community_id and ur.user_id = u.id
    ),
    'memberships', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'membershipId', m.id, 'productId', m.product_id, 'active', m.active,
        'activatedAt', public.iso_time(m.activated_at), 'deactivatedAt', public.iso_time(m.deactivated_at))
        order by m.activated_at, m.id), '[]')
      from public.memberships m where m.community_id = u.community_id and m.user_id = u.id
    ),
    'flags', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'kind', f.kind, 'day', f.day, 'foundAt', public.iso_time(f.found_at),
        'dismissedAt', public.iso_time(f.dismissed_at)) order by f.found_at, f.id), '[]')
      from public.flags f where f.community_id = u.community_id and u.id = any (f.user_ids)
    )
  )
  from public.users u
  where u.community_id = get_member_export.community_id and u.id = get_member_export.user_id
$$;

comment on function public.get_member_export is
  'Everything kept about a member but the log, which get_log_export pages; null for who does not exist.';
