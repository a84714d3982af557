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
  facts jsonb not null default '{}',
  counterpart_id text,
  created_at timestamptz not null,
  local_at timestamp,
  period_at timestamptz,
  recorded_at timestamptz not null default now(),
  booking bigint generated always as identity,

  constraint activity_log_pkey primary key (community_id, id),
  constraint activity_type_is_known check (
    activity_type in (
      'chat', 'reply', 'reaction', 'reaction_received', 'lesson', 'membership', 'payment',
      'adjustment', 'reversal', 'reset'
    )
    or activity_type ~ '^event\.[a-z0-9_-]{1,50}$'
  ),
  constraint refusal_is_known check (
    refusal in (
      'cooldown', 'cap', 'bank', 'repeat', 'source-off', 'too-short', 'no-xp-experience', 'no-xp-member'
    )
  ),
  constraint refused_activity_earns_nothing check (refusal is null or xp_awarded = 0),
  constraint only_the_creator_or_a_reversal_takes_xp
    check (xp_awarded >= 0 or activity_type in ('adjustment', 'reversal', 'reset')),
  constraint earned_xp_counts_in_a_period check (
    (activity_type in ('adjustment', 'reset')) = (period_at is null)
  )
);

comment on column public.activity_log.created_at is 'When the activity happened (event time); recorded_at is when we booked it.';
comment on column public.activity_log.receipt is
  'Why it was worth this much, or nothing: rule, base, multipliers, cap, cooldown left, configuration version.';
comment on column public.activity_log.facts is
  'What scoring looked at (experience, length, amount, products), so that other rules can be tried on it. Never text.';
comment on column public.activity_log.counterpart_id is
  'The other member: whose message got the reaction, who gave it, or who was answered.';
comment on column public.activity_log.local_at is
  'created_at on the clock that counts the member''s streak, as it was when booked; null for what no streak counts.';
comment on column public.activity_log.period_at is
  'The instant whose day, week and month it counts in: its own, for a reversal that of what it takes back, null for what moves the total alone.';
comment on column public.activity_log.booking is 'The order of booking; of one member''s entries exactly so, since their row is held meanwhile.';

-- The cooldown looks for awarded neighbours of one member and source in event time.
create index activity_log_awarded on public.activity_log (community_id, user_id, activity_type, created_at)
  include (xp_awarded)
  where refusal is null;

-- Receipts, newest first: a member's own, and everybody's to the creator.
create index activity_log_of_member on public.activity_log (community_id, user_id, created_at, id);
create index activity_log_by_time on public.activity_log (community_id, created_at, id);

create table public.processed_events (
  community_id text not null,
  key_hash bytea not null,
  user_id text,
  recorded_at timestamptz not null default now(),

  constraint processed_events_pkey primary key (community_id, key_hash),
  constraint key_hash_is_sha256 check (octet_length(key_hash) = 32)
);

comment on table public.processed_events is
  'Deduplication: the hash of every natural key ever booked. Outlives an erased member, so that a replay cannot bring them back.';

comment on column public.processed_events.user_id is
  'Who did it, until they are erased: whom a reply answers is looked up by the answered message''s key.';

create table public.period_totals (
  community_id text not null,
  kind text not null,
  starts_on date not null,
  time_zone text not null,
  user_id text not null,
  xp bigint not null,
  reached_at timestamptz not null,

  constraint period_totals_pkey primary key (community_id, kind, starts_on, time_zone, user_id),
  constraint period_kind_is_known check (kind in ('day', 'week', 'month')),
  constraint week_starts_on_monday check (kind <> 'week' or extract(isodow from starts_on) = 1),
  constraint month_starts_on_the_first check (kind <> 'month' or extract(day from starts_on) = 1),
  constraint period_xp_is_a_safe_integer check (xp between 0 and 9007199254740991)
-- Room for the next totals of a row beside it, so that its two indexes stay as they are.
) with (fillfactor = 80);

-- A member's own periods: the past of one person.
create index period_totals_of_member on public.period_totals (community_id, user_id, kind, starts_on);

create table public.streak_days (
  community_id text not null,
  user_id text not null,
  day date not null,

  constraint streak_days_pkey primary key (community_id, user_id, day)
);

comment on table public.streak_days is
  'The days on which a member earned, by their own clock or the community''s as it was when booked. A projection of activity_log.local_at.';
