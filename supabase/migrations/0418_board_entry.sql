create function public.board_entry(
  query public.board_query, standing public.standing, rank bigint
) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select
    jsonb_build_object('rank', rank, 'xp', standing.xp, 'level', public.level_of(x, u.xp, u.peak_xp))
    || case when standing.gain is null then '{}' else jsonb_build_object('gain', standing.gain) end
    || public.shown_identity(case when u.id = query.viewer_id then 'members' else query.viewer_scope end, u)
  from public.users u
  join public.xp_configurations x on x.community_id = u.community_id
  where u.community_id = query.community_id and u.id = standing.user_id
$$;

comment on function public.board_entry is 'One row of a board as the HTTP contract names its fields; the level is that of the member''s total.';

create function public.board_entries(query public.board_query, page public.board_page) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(public.board_entry(
    query, p.standing,
    case when p.score = (page.standings[1]).score then page.rank_of_first else page.place_of_first - 1 + p.rank_in_page end
  ) order by p.place), '[]')
  from (
    select page.standings[i] as standing, i as place, (page.standings[i]).score,
      rank() over (order by -(page.standings[i]).score) as rank_in_page
    from generate_series(1, least(query.page_limit, cardinality(page.standings))) i
  ) p
$$;

comment on function public.board_entries is 'The rows of a page, each with its rank (1-2-2-4): of a tie that began before the page, the tie''s.';

create function public.board_position(standing public.standing) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'score', standing.score, 'reachedAt', public.exact_iso_time(standing.reached_at), 'userId', standing.shown_id)
$$;

comment on function public.board_position is 'What a cursor holds: enough to continue exactly after this member.';
