create function public.list_members(community_id text, filter jsonb) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  with found as materialized (
    select u as member, u.id, u.xp from public.users u
    where u.community_id = list_members.community_id
      and (filter ->> 'userId' is null or u.id = filter ->> 'userId')
      and (filter ->> 'excluded' is null or u.excluded = (filter ->> 'excluded')::boolean)
      and (filter ->> 'query' is null
        or filter ->> 'query' in (u.id, u.public_id)
        -- Not like: what is looked for may hold its wildcards.
        or strpos(lower(concat_ws(E'\n', u.username, u.display_name, u.pseudonym)), lower(filter ->> 'query')) > 0)
  ),
  page as materialized (
    select f.member, f.xp, row_number() over (order by f.xp desc, f.id) as place
    from found f
    where filter -> 'after' is null or filter -> 'after' = 'null'
      or (-f.xp, f.id) > (-(filter #>> '{after,xp}')::bigint, filter #>> '{after,userId}')
    order by f.xp desc, f.id
    limit (filter ->> 'limit')::integer + 1
  ),
  -- One walk down the board gives every rank of the page.
  ranks as (
    select b.user_id, rank() over (order by b.xp desc) as rank
    from public.board b
    where b.community_id = list_members.community_id
      and b.xp >= (select min(p.xp) from page p)
  )
  select jsonb_build_object(
    'total', (select count(*) from found),
    'members', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'userId', (p.member).id,
        'username', (p.member).username,
        'displayName', (p.member).display_name,
        'avatarUrl', (p.member).avatar_url,
        'xp', (p.member).xp,
        'level', public.level_of(c, (p.member).xp, (p.member).peak_xp),
        'rank', r.rank,
        'excluded', (p.member).excluded,
        'visibility', (p.member).visibility,
        'pseudonym', (p.member).pseudonym,
        'joinedAt', public.iso_time((p.member).joined_at),
        'lastActiveAt', public.iso_time((p.member).last_active)
      ) order by p.place), '[]')
      from page p left join ranks r on r.user_id = (p.member).id
      where p.place <= (filter ->> 'limit')::integer
    ),
    'next', (
      select jsonb_build_object('xp', (p.member).xp, 'userId', (p.member).id) from page p
      where p.place = (filter ->> 'limit')::integer and exists (select from page n where n.place > p.place)
    )
  )
  from public.xp_configurations c
  where c.community_id = list_members.community_id
$$;

comment on function public.list_members is
  'Members as the creator sees them, most XP first, by {userId, query, excluded, limit, after: {xp, userId}}, each but the limit where given; query is a whole id or part of a name. rank counts all whom no admin excluded. Null for an unknown community.';
