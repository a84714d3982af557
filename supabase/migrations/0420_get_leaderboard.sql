create function public.get_leaderboard(
  community_id text, viewer_scope text, viewer_id text, board text, window_kind text, window_at text, at timestamptz,
  page_limit integer, after jsonb, around_user_id text
) returns jsonb
language plpgsql stable security invoker
set search_path = ''
as $$
declare
  v_query public.board_query;
  v_page public.board_page;
  v_version bigint;
begin
  select c.version into v_version from public.communities c where c.id = get_leaderboard.community_id;
  if not found then
    return null;
  end if;

  v_query := public.find_board(community_id, board, window_kind, window_at, at);
  v_query.viewer_scope := viewer_scope;
  v_query.viewer_id := viewer_id;
  v_query.shown := public.shown_visibilities(viewer_scope);
  v_query.page_limit := page_limit;
  v_query.after_score := after ->> 'score';
  v_query.after_reached_at := after ->> 'reachedAt';
  v_query.after_id := after ->> 'userId';
  if around_user_id is not null then
    -- An id that leads to nobody goes on leading to nobody.
    v_query.around_id := coalesce(
      public.find_shown_member(community_id, viewer_scope, viewer_id, around_user_id), '');
  end if;

  v_page := case
    when board = 'top' and window_kind = 'all' then public.read_total_page(v_query)
    else public.read_window_page(v_query)
  end;

  return jsonb_build_object(
    'version', v_version,
    'window', jsonb_build_object(
      'kind', window_kind,
      'startsAt', public.iso_time(v_query.starts_at),
      'endsAt', public.iso_time(v_query.ends_at)),
    'total', v_page.total,
    'entries', public.board_entries(
      v_query, v_page.standings[1:page_limit], v_page.rank_of_first, v_page.place_of_first),
    'me', public.board_entries(v_query, array[v_page.me], v_page.rank_of_me, v_page.rank_of_me) -> 0,
    'next', case when cardinality(v_page.standings) > page_limit then public.board_position(v_page.standings[page_limit]) end
  );
end
$$;

comment on function public.get_leaderboard is
  'A page of a board: from the top, after a position, or around a member. Order: more XP (climbers: more gain), then earlier reached, then id; rank 1-2-2-4. Null for an unknown community.';
