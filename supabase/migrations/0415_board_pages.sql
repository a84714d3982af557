-- Pages are ranges of one index (users_board): never OFFSET, and stable while totals change.

create function public.board_page_after(
  community_id text, shown text[], xp bigint, reached_at timestamptz, user_id text, page_limit integer
) returns public.board[]
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(array_agg(p.member order by -(p.member).xp, (p.member).reached_at, (p.member).user_id), '{}')
  from (
    select b as member from public.board b
    where b.community_id = board_page_after.community_id
      and b.visibility = any (shown)
      -- A position before everyone in place of none: an "or" would make the scan begin at the top for every page.
      and (-b.xp, b.reached_at, b.user_id) > (
        coalesce(-board_page_after.xp, -9223372036854775808),
        coalesce(board_page_after.reached_at, '-infinity'),
        coalesce(board_page_after.user_id, ''))
    order by -b.xp, b.reached_at, b.user_id
    limit page_limit
  ) p
$$;

comment on function public.board_page_after is 'The next members after a position, or from the top where the position is null.';

create function public.board_page_around(centre public.board, shown text[], page_limit integer) returns public.board[]
language sql stable security invoker
set search_path = ''
as $$
  with above as (
    select b as member, row_number() over (order by -b.xp desc, b.reached_at desc, b.user_id desc) as distance
    from public.board b
    where b.community_id = centre.community_id and b.visibility = any (shown)
      and (-b.xp, b.reached_at, b.user_id) < (-centre.xp, centre.reached_at, centre.user_id)
    order by -b.xp desc, b.reached_at desc, b.user_id desc
    limit page_limit - 1
  ),
  from_centre as (
    select b as member, row_number() over (order by -b.xp, b.reached_at, b.user_id) as distance
    from public.board b
    where b.community_id = centre.community_id and b.visibility = any (shown)
      and (-b.xp, b.reached_at, b.user_id) >= (-centre.xp, centre.reached_at, centre.user_id)
    order by -b.xp, b.reached_at, b.user_id
    limit page_limit + 1
  ),
  -- Half the page stands above the member; near either end the other side fills it.
  share as (
    select least(
      (select count(*) from above),
      greatest((page_limit - 1) / 2, page_limit - (select count(*) from from_centre))
    ) as above
  )
  select array_agg(p.member order by -(p.member).xp, (p.member).reached_at, (p.member).user_id)
  from (
    select a.member from above a, share s where a.distance <= s.above
    union all
    select f.member from from_centre f, share s where f.distance <= page_limit + 1 - s.above
  ) p
$$;

comment on function public.board_page_around is
  'A page with the given member in its middle where both sides have enough, and one row more where more follow.';

create function public.count_tied_before(member public.board, shown text[]) returns bigint
language sql stable security invoker
set search_path = ''
as $$
  select count(*) from public.board b
  where b.community_id = member.community_id and b.visibility = any (shown)
    and (-b.xp) = (-member.xp) and (b.reached_at, b.user_id) < (member.reached_at, member.user_id)
$$;

comment on function public.count_tied_before is 'How many shown members with the same XP stand before this one.';

create function public.board_position(member public.board) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'xp', member.xp, 'reachedAt', public.exact_iso_time(member.reached_at), 'userId', member.user_id)
$$;

comment on function public.board_position is 'What a cursor holds: enough to continue exactly after this member.';
