-- What a viewer sees of other members. A policy can hide a row but not a name behind a pseudonym, so these views read
-- with their owner's rights, choose rows and columns themselves, and their readers hold nothing on public.users.

create view public.public_board with (security_barrier = true) as
select
  u.community_id,
  -- An id leads to the profile that the pseudonym hides.
  case when u.pseudonym is null then u.id else u.public_id end as user_id,
  u.xp,
  -- As public.level_of says; a reader may not call it.
  width_bucket(case x.demotion when 'keep' then u.peak_xp else u.xp end, x.level_thresholds) as level,
  u.reached_at,
  case when u.pseudonym is null then u.username end as username,
  coalesce(u.pseudonym, u.display_name) as display_name,
  case when u.pseudonym is null then u.avatar_url end as avatar_url
from public.users u
join public.communities c on c.id = u.community_id
join public.xp_configurations x on x.community_id = u.community_id
where c.visibility = 'public' and u.visibility = 'public' and u.xp > 0 and not u.excluded;

comment on view public.public_board is 'What anybody may see: public members with XP of public communities.';

create view public.members_board with (security_barrier = true) as
select
  u.community_id,
  u.id as user_id,
  -- Under which live events name a member with a pseudonym.
  case when u.pseudonym is not null then u.public_id end as public_id,
  u.xp,
  width_bucket(case x.demotion when 'keep' then u.peak_xp else u.xp end, x.level_thresholds) as level,
  u.reached_at,
  u.username,
  u.display_name,
  u.avatar_url
from public.users u
join public.xp_configurations x on x.community_id = u.community_id
where u.community_id = (select public.viewer_community())
  and u.xp > 0 and not u.excluded
  and (
    u.visibility in ('public', 'members')
    or u.id = (select auth.jwt() ->> 'sub')
    or (select auth.jwt() ->> 'access') = 'admin'
  );

comment on view public.members_board is
  'The board of the viewer''s own community: without hidden members, unless the viewer is one or an admin.';
