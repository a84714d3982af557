-- What happened (activity_log), that it happened (processed_events), and its sums per period (period_totals).
-- No foreign keys on these three: award_xp holds the member's row while it writes them, a check per row would cost more
-- than the row, and erasing a member keeps the hashed keys on purpose.

create table public.activity_log (
  community_id text not null,
  id uuid not null default gen_random_uuid(),
  user_id text not null,
  activity_type text not null,
  key text not null,
  xp_awarded bigint not null,
  refusal text,
  receipt jsonb not null default '{}',
  created_at timestamptz not null,
  recorded_at timestamptz not null default now(),

  constraint activity_log_pkey primary key (community_id, id),
  constraint activity_type_is_known check (activity_type in ('chat', 'reply', 'reaction')),
  constraint refusal_is_known check (refusal in ('cooldown')),
  constraint refused_activity_earns_nothing check (refusal is null or xp_awarded = 0),
  constraint awarded_xp_is_never_negative check (xp_awarded >= 0)
);

comment on column public.activity_log.created_at is 'When the activity happened (event time); recorded_at is when we booked it.';
comment on column public.activity_log.receipt is 'Why it was worth this much: rule, base, multipliers, configuration version.';

-- The cooldown looks for awarded neighbours of one member and source in event time.
create index activity_log_awarded on public.activity_log (community_id, user_id, activity_type, created_at)
  where refusal is null;

create table public.processed_events (
  community_id text not null,
  key_hash bytea not null,
  recorded_at timestamptz not null default now(),

  constraint processed_events_pkey primary key (community_id, key_hash),
  constraint key_hash_is_sha256 check (octet_length(key_hash) = 32)
);

comment on table public.processed_events is
  'Deduplication: the hash of every natural key ever booked. Outlives an erased member, so that a replay cannot bring them back.';

create table public.period_totals (
  community_id text not null,
  kind text not null,
  starts_on date not null,
  user_id text not null,
  xp bigint not null,
  reached_at timestamptz not null,

  constraint period_totals_pkey primary key (community_id, kind, starts_on, user_id),
  constraint period_kind_is_known check (kind in ('day', 'week', 'month')),
  constraint week_starts_on_monday check (kind <> 'week' or extract(isodow from starts_on) = 1),
  constraint month_starts_on_the_first check (kind <> 'month' or extract(day from starts_on) = 1),
  constraint period_xp_is_a_safe_integer check (xp between 0 and 9007199254740991)
);

-- A member's own periods: streaks and the past of one person.
create index period_totals_of_member on public.period_totals (community_id, user_id, kind, starts_on);
