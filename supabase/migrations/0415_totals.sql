-- The all-time board. Its pages are ranges of one index (users_board): never OFFSET, and stable while totals change.
-- Within the same XP and time the shown id decides, as the real one would tell whom a pseudonym hides; there the index
-- gives only the way to the tie (the first of each pair of comparisons below).

create function public.count_above(community_id text, shown text[], xp bigint) returns bigint
language sql stable security invoker
set search_path = ''
as $$
  select count(*) from public.board b
  where b.community_id = count_above.community_id
    and (-b.xp) < (-count_above.xp)
    and b.visibility = any (shown)
$$;

comment on function public.count_above is 'How many shown members have more XP; rank is one more (1-2-2-4).';

create function public.total_standing(query public.board_query, user_id text) returns public.standing
language sql stable security invoker
set search_path = ''
as $$
  select
    b.user_id, case query.viewer_scope when 'public' then b.public_id else b.user_id end, b.visibility,
    b.xp, null::bigint, b.xp, b.reached_at
  from public.board b
  where b.community_id = query.community_id and b.user_id = total_standing.user_id
$$;

comment on function public.total_standing is 'One member''s standing of all time, shown to this viewer or not; null for none.';

create function public.totals_below(query public.board_query) returns public.standing[]
language sql stable security invoker
set search_path = ''
as $$
  select array(
    select row(b.user_id, s.id, b.visibility, b.xp, null, b.xp, b.reached_at)::public.standing
    from public.board b
    cross join lateral (select case query.viewer_scope when 'public' then b.public_id else b.user_id end as id) s
    where b.community_id = query.community_id and b.visibility = any (query.shown)
      -- A position before everyone in place of none: an "or" would make the scan begin at the top for every page.
      and (-b.xp, b.reached_at) >= (
        coalesce(-query.after_score, -9223372036854775808), coalesce(query.after_reached_at, '-infinity'))
      and (-b.xp, b.reached_at, s.id) > (
        coalesce(-query.after_score, -9223372036854775808), coalesce(query.after_reached_at, '-infinity'),
        coalesce(query.after_id, ''))
    order by -b.xp, b.reached_at, s.id
    limit query.page_limit + 1)
$$;

comment on function public.totals_below is 'The next members after the position, or from the top where there is none.';

create function public.totals_above(query public.board_query, centre public.standing) returns public.standing[]
language sql stable security invoker
set search_path = ''
as $$
  select array(
    select row(b.user_id, s.id, b.visibility, b.xp, null, b.xp, b.reached_at)::public.standing
    from public.board b
    cross join lateral (select case query.viewer_scope when 'public' then b.public_id else b.user_id end as id) s
    where b.community_id = query.community_id and b.visibility = any (query.shown)
      and (-b.xp, b.reached_at) <= (-centre.xp, centre.reached_at)
      and (-b.xp, b.reached_at, s.id) < (-centre.xp, centre.reached_at, centre.shown_id)
    order by -b.xp desc, b.reached_at desc, s.id desc
    limit greatest(query.page_limit - 1, 1))
$$;

comment on function public.totals_above is 'The members right above one, the nearest first; at least one, after whom a page may begin.';
