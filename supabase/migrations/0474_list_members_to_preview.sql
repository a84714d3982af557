create function public.list_members_to_preview(community_id text, after_id text, page_limit integer) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'userId', u.id,
    'username', u.username,
    'displayName', u.display_name,
    'xp', u.xp,
    'peakXp', u.peak_xp,
    'joinedAt', public.iso_time(u.joined_at),
    'excluded', u.excluded,
    'rewardLevels', array(
      select r.level_requirement
      from public.user_rewards ur
      join public.rewards r on r.community_id = ur.community_id and r.id = ur.reward_id
      where ur.community_id = u.community_id and ur.user_id = u.id and r.archived_at is null
    )
  ) order by u.id), '[]')
  from (
    select * from public.users u
    where u.community_id = list_members_to_preview.community_id and (after_id is null or u.id > after_id)
    order by u.id
    limit page_limit
  ) u
$$;

comment on function public.list_members_to_preview is
  'Where members stand and the levels of the rewards they have, by id, a page at a time.';
