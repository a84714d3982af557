create function public.book_profiles(profiles jsonb) returns public.member_change[]
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_changes public.member_change[];
begin
  with latest as (
    select distinct on (p."communityId", p."userId") p.*
    from jsonb_to_recordset(profiles) p (
      "communityId" text, "userId" text, username text, "displayName" text, "avatarUrl" text, "fetchedAt" timestamptz
    )
    order by p."communityId", p."userId", p."fetchedAt" desc
  ),
  newer as (
    select
      u.community_id, u.id, p."fetchedAt" as fetched_at, p."avatarUrl" as avatar_url, u.avatar_url as old_avatar_url,
      u.username as old_username, u.display_name as old_display_name,
      -- A member may have been named by an event since this profile was fetched.
      case when u.named_at > p."fetchedAt" then u.username else p.username end as username,
      case when u.named_at > p."fetchedAt" then u.display_name else p."displayName" end as display_name
    from public.users u join latest p on p."communityId" = u.community_id and p."userId" = u.id
    where u.profile_fetched_at is null or u.profile_fetched_at < p."fetchedAt"
    order by u.community_id, u.id
    for no key update of u
  ),
  saved as (
    update public.users u
    set
      username = n.username, display_name = n.display_name, avatar_url = n.avatar_url,
      named_at = greatest(u.named_at, n.fetched_at), profile_fetched_at = n.fetched_at
    from newer n
    where u.community_id = n.community_id and u.id = n.id
    returning
      u.community_id, u.id, u.xp, u.peak_xp, u.reached_at, case when u.pseudonym is null then u.id else u.public_id end as shown_id,
      case when u.excluded then 'hidden' else u.visibility end as visibility,
      (n.username, n.display_name, n.avatar_url)
        is distinct from (n.old_username, n.old_display_name, n.old_avatar_url) as changed
  )
  select array_agg(
    row(
      s.community_id, s.id, s.xp, public.level_of(c, s.xp, s.peak_xp), public.level_of(c, s.xp, s.peak_xp),
      s.reached_at, s.visibility, s.shown_id
    )::public.member_change order by s.community_id, s.id)
  into v_changes
  from saved s join public.xp_configurations c on c.community_id = s.community_id
  where s.changed;

  return coalesce(v_changes, '{}');
end
$$;

comment on function public.book_profiles is
  'Writes the newest profiles of members who exist, unless a newer one is there; returns the members whose name or picture is another now.';
