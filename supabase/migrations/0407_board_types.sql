-- What the steps of get_leaderboard hand to each other.

create type public.board_query as (
  community_id text,
  viewer_scope text,
  shown text[],
  viewer_id text,
  board text,
  kind text,
  starts_on date,
  time_zone text,
  starts_at timestamptz,
  ends_at timestamptz,
  newcomers_at timestamptz,
  page_limit integer,
  after_score bigint,
  after_reached_at timestamptz,
  after_id text,
  around_id text
);

comment on type public.board_query is
  'Which page of which board, for whom. A page begins at the top, after a position (after_…), or lies around the member around_id.';

create type public.standing as (
  user_id text,
  shown_id text,
  visibility text,
  xp bigint,
  gain bigint,
  score bigint,
  reached_at timestamptz
);

comment on type public.standing is
  'A member on a board: ordered by score (XP, or what climbers gained), then reached_at, then shown_id, under which this viewer sees them.';

create type public.board_page as (
  standings public.standing[],
  total bigint,
  rank_of_first bigint,
  place_of_first bigint,
  me public.standing,
  rank_of_me bigint
);

comment on type public.board_page is
  'A page of a board, with one member more where more follow. Inside a tie the place goes on counting and the rank stays.';
