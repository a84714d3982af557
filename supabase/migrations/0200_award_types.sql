-- The two rows that the steps of award_xp hand to each other.

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
  username text,
  display_name text,
  cooldown interval,
  outcome text
);

comment on type public.award is
  'One activity with its worth. ord is its place in the call; outcome is null until decided: awarded, duplicate or cooldown.';

create type public.member_change as (
  community_id text,
  user_id text,
  xp bigint,
  level integer,
  previous_level integer,
  reached_at timestamptz,
  visibility text
);

comment on type public.member_change is 'A member after a call that gave them XP, with the level they had before it.';
