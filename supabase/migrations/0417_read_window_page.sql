create function public.read_window_page(query public.board_query) returns public.board_page
language plpgsql stable security invoker
set search_path = ''
as $$
declare
  v_page public.board_page;
begin
  -- One pass over the window: an index in board order would cost every award more than it saves here, since the total
  -- is counted anyway.
  with everybody as materialized (
    select s as standing, s.user_id, -s.score as neg_score, s.reached_at, s.shown_id, s.visibility = any (query.shown) as is_shown
    from public.window_standings(query) s
  ),
  centre as (
    select e.neg_score, e.reached_at, e.shown_id from everybody e where e.is_shown and e.user_id = query.around_id
  ),
  above as (
    select e.standing from everybody e, centre c
    where e.is_shown and (e.neg_score, e.reached_at, e.shown_id) < (c.neg_score, c.reached_at, c.shown_id)
    order by e.neg_score desc, e.reached_at desc, e.shown_id desc
    limit query.page_limit - 1
  ),
  below as (
    select e.standing from everybody e left join centre c on true
    where e.is_shown and case
      when query.around_id is not null
        then (e.neg_score, e.reached_at, e.shown_id) >= (c.neg_score, c.reached_at, c.shown_id)
      when query.after_score is not null
        then (e.neg_score, e.reached_at, e.shown_id) > (-query.after_score, query.after_reached_at, query.after_id)
      else true
    end
    order by e.neg_score, e.reached_at, e.shown_id
    limit query.page_limit + 1
  ),
  page as (
    select public.join_page(
      array(select a.standing from above a), array(select b.standing from below b), query.page_limit) as standings
  ),
  first as (
    select -(p.standings[1]).score as neg_score, (p.standings[1]).reached_at, (p.standings[1]).shown_id from page p
  ),
  me as (
    select e.neg_score, e.standing from everybody e where e.user_id = query.viewer_id
  )
  select
    (select p.standings from page p),
    count(*) filter (where e.is_shown),
    1 + count(*) filter (where e.is_shown and e.neg_score < f.neg_score),
    1 + count(*) filter (where e.is_shown and (e.neg_score, e.reached_at, e.shown_id) < (f.neg_score, f.reached_at, f.shown_id)),
    (select m.standing from me m),
    1 + count(*) filter (where e.is_shown and e.neg_score < (select m.neg_score from me m))
  into v_page
  from everybody e cross join first f;
  return v_page;
end
$$;

comment on function public.read_window_page is 'A page of the board of a window, of newcomers or of climbers.';
