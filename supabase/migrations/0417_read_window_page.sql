create function public.read_window_page(query public.board_query) returns public.board_page
language plpgsql stable security invoker
set search_path = ''
-- A hundred thousand members fit; on disk they would take half as long again.
set work_mem = '32MB'
as $$
declare
  v_page public.board_page;
begin
  -- One pass over the window. An index in board order would make three entries more of every award, and save half of
  -- this at most: the total has to be counted anyway.
  with everybody as materialized (
    select s.*, -s.score as neg_score, s.visibility = any (query.shown) as is_shown
    from public.window_standings(query) s
  ),
  centre as (
    select e.neg_score, e.reached_at, e.shown_id from everybody e where e.is_shown and e.user_id = query.around_id
  ),
  above as (
    select e.* from everybody e, centre c
    where e.is_shown and (e.neg_score, e.reached_at, e.shown_id) < (c.neg_score, c.reached_at, c.shown_id)
    order by e.neg_score desc, e.reached_at desc, e.shown_id desc
    limit query.page_limit - 1
  ),
  below as (
    select e.* from everybody e left join centre c on true
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
      array(select row(a.user_id, a.shown_id, a.visibility, a.xp, a.gain, a.score, a.reached_at)::public.standing
        from above a),
      array(select row(b.user_id, b.shown_id, b.visibility, b.xp, b.gain, b.score, b.reached_at)::public.standing
        from below b),
      query.page_limit) as standings
  ),
  first as (
    select -(p.standings[1]).score as neg_score, (p.standings[1]).reached_at, (p.standings[1]).shown_id from page p
  ),
  me as (
    select e.* from everybody e where e.user_id = query.viewer_id
  )
  select
    (select p.standings from page p),
    count(*),
    1 + count(*) filter (where e.neg_score < f.neg_score),
    1 + count(*) filter (where (e.neg_score, e.reached_at, e.shown_id) < (f.neg_score, f.reached_at, f.shown_id)),
    (select row(m.user_id, m.shown_id, m.visibility, m.xp, m.gain, m.score, m.reached_at)::public.standing from me m),
    1 + count(*) filter (where e.neg_score < (select m.neg_score from me m))
  into v_page
  from everybody e cross join first f
  where e.is_shown;
  return v_page;
end
$$;

comment on function public.read_window_page is 'A page of the board of a window, of newcomers or of climbers.';
