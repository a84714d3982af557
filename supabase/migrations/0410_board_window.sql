create function public.instant_in_window(community_id text, kind text, window_at text, at timestamptz) returns timestamptz
language sql stable security invoker
set search_path = ''
as $$
  select case
    when window_at is null then at
    when length(window_at) > length('2026-11-15') then window_at::timestamptz
    -- The zone of a day is known once an instant of the day is; noon is of the same day nearly everywhere.
    else (window_at::date + time '12:00') at time zone public.zone_at(community_id, kind,
      (window_at::date + time '12:00') at time zone public.zone_at(community_id, kind,
        (window_at::date + time '12:00') at time zone 'UTC'))
  end
$$;

comment on function public.instant_in_window is
  'An instant of the window that is meant: noon of a local day (YYYY-MM-DD), an instant in ISO 8601, or now (at) where nothing is said.';

create function public.find_board(
  community_id text, board text, window_kind text, window_at text, at timestamptz
) returns public.board_query
language plpgsql stable security invoker
set search_path = ''
as $$
declare
  v_query public.board_query;
begin
  v_query.community_id := find_board.community_id;
  v_query.board := find_board.board;
  v_query.kind := window_kind;
  if window_kind <> 'all' then
    select p.starts_on, p.time_zone, p.starts_at, p.ends_at
    into v_query.starts_on, v_query.time_zone, v_query.starts_at, v_query.ends_at
    from public.period_bounds(
      find_board.community_id, window_kind,
      public.instant_in_window(find_board.community_id, window_kind, window_at, find_board.at)) p;
  end if;
  -- Of a past window: whoever was new when it ended.
  v_query.newcomers_at := least(find_board.at, v_query.ends_at);
  return v_query;
end
$$;

comment on function public.find_board is 'Which board and window is meant, without who looks and which page.';
