create function public.read_total_page(query public.board_query) returns public.board_page
language plpgsql stable security invoker
set search_path = ''
as $$
declare
  v_page public.board_page;
  v_centre public.standing;
  v_above public.standing[] := '{}';
  v_first public.standing;
begin
  v_page.standings := '{}';
  v_page.total := public.count_above(query.community_id, query.shown, 0);
  v_page.me := public.total_standing(query, query.viewer_id);
  v_page.rank_of_me := 1 + public.count_above(query.community_id, query.shown, (v_page.me).xp);

  if query.around_id is not null then
    v_centre := public.total_standing(query, query.around_id);
    if v_centre.visibility is null or v_centre.visibility <> all (query.shown) then
      return v_page;
    end if;
    v_above := public.totals_above(query, v_centre);
    -- What is below begins with the member: after the one right above.
    query.after_score := (v_above[1]).score;
    query.after_reached_at := (v_above[1]).reached_at;
    query.after_id := (v_above[1]).shown_id;
  end if;

  v_page.standings := public.join_page(
    v_above[1:query.page_limit - 1], public.totals_below(query), query.page_limit);
  v_first := v_page.standings[1];
  v_page.rank_of_first := 1 + public.count_above(query.community_id, query.shown, v_first.xp);
  v_page.place_of_first := v_page.rank_of_first + (
    select count(*) from public.board b
    where b.community_id = query.community_id and b.visibility = any (query.shown)
      and (-b.xp) = (-v_first.xp) and b.reached_at <= v_first.reached_at
      and (b.reached_at, case query.viewer_scope when 'public' then b.public_id else b.user_id end)
        < (v_first.reached_at, v_first.shown_id));
  return v_page;
end
$$;

comment on function public.read_total_page is 'A page of the all-time board, from its index.';
