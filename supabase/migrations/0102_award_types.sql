-- The rows that the steps of award_xp, and of everything else that changes a total, hand to each other.

create type public.source_limits as (
  cooldown interval,
  daily_cap bigint,
  weekly_cap bigint,
  bank_capacity bigint,
  bank_refill_per_hour numeric,
  all_daily_cap bigint,
  all_weekly_cap bigint,
  repeat_days integer,
  newcomer_bonus bigint,
  bounds_amount boolean
);

comment on type public.source_limits is
  'What bounds a source of one community, from its configuration; null where nothing does. repeat_days: for reactions only. newcomer_bonus: of replies, before multipliers. bounds_amount: whether anything beside the cooldown does.';

create type public.award_history as (
  repeats bigint,
  day tstzrange,
  week tstzrange,
  source_day bigint,
  source_week bigint,
  all_day bigint,
  all_week bigint,
  bank jsonb
);

comment on type public.award_history is
  'What was booked before the call and bounds an award: reactions to the same member, the periods of its caps with the XP earned in them, and its effort bank.';

create type public.award as (
  ord integer,
  community_id text,
  user_id text,
  activity_type text,
  key text,
  at timestamptz,
  xp bigint,
  config_version bigint,
  receipt jsonb,
  facts jsonb,
  refusal text,
  counterpart_id text,
  reply_to_key text,
  newcomer_xp bigint,
  newcomer_days integer,
  username text,
  display_name text,
  joined_at timestamptz,
  limits public.source_limits,
  local_at timestamp,
  history public.award_history,
  bank jsonb,
  outcome text
);

comment on type public.award is
  'One activity with its worth. ord is its place in the call; refusal is what a rule says before anything is decided; bank is its effort bank after it; outcome is null until decided: awarded, duplicate, or why it was refused.';

create type public.entry as (
  community_id text,
  user_id text,
  activity_type text,
  key text,
  xp bigint,
  receipt jsonb,
  at timestamptz,
  period_at timestamptz,
  peak_xp bigint
);

comment on type public.entry is
  'A change of a total that is no award: an adjustment, a reversal, a reset. peak_xp is the new peak where the entry sets one.';

create type public.member_change as (
  community_id text,
  user_id text,
  xp bigint,
  level integer,
  previous_level integer,
  reached_at timestamptz,
  visibility text,
  shown_id text
);

comment on type public.member_change is
  'A member after a call that changed their XP, with the level they had before it. shown_id is under which the community hears of them: their public id where they have a pseudonym.';

create type public.origin as (
  community_id text,
  key text
);

comment on type public.origin is 'A payment or membership by its natural key: what gave XP that can be taken back.';
