create function public.board_entries(
  query public.board_query, standings public.standing[], rank_of_first bigint, place_of_first bigint
) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(
    jsonb_build_object(
      'rank', case when s.score = s.first_score then rank_of_first else place_of_first - 1 + s.rank_in_page end,
      'xp', s.xp,
      'level', public.level_of(x, u.xp, u.peak_xp))
    || case when s.gain is null then '{}' else jsonb_build_object('gain', s.gain) end
    || public.shown_identity(case when u.id = query.viewer_id then 'members' else query.viewer_scope end, u)
    order by s.place), '[]')
  from (
    select p.*, rank() over (order by p.score desc) as rank_in_page, max(p.score) over () as first_score
    from unnest(standings) with ordinality p (user_id, shown_id, visibility, xp, gain, score, reached_at, place)
  ) s
  join public.users u on u.community_id = query.community_id and u.id = s.user_id
  join public.xp_configurations x on x.community_id = u.community_id
$$;

comment on function public.board_entries is
  'Rows of a board as the HTTP contract names their fields, each with its rank (1-2-2-4): of a tie that began before the page, the tie''s. The level is that of the member''s total.';

create function public.board_position(standing public.standing) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'score', standing.score, 'reachedAt', public.exact_iso_time(standing.reached_at), 'userId', standing.shown_id)
$$;

comment on function public.board_position is 'What a cursor holds: enough to continue exactly after this member.';
