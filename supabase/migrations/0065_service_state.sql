-- What the replicas of one deployment know together: when one of them was last there, and what is owed since.

create table public.service_state (
  only_row boolean not null default true,
  alive_at timestamptz not null,
  owed_since timestamptz,
  owed_noted_at timestamptz,
  reconciled_at timestamptz not null,
  leased_until timestamptz,
  last_report jsonb,
  checking_until timestamptz,

  constraint service_state_pkey primary key (only_row),
  constraint service_state_is_one_row check (only_row),
  constraint what_is_owed_was_noted check (owed_since is null or owed_noted_at is not null)
);

comment on column public.service_state.alive_at is
  'When a replica last reached the database: between this and the next time, events may have been lost.';
comment on column public.service_state.owed_since is
  'From when on Whop has to be asked what it could not deliver; null where nothing is owed.';
comment on column public.service_state.owed_noted_at is
  'When the newest gap was noticed: a reconciliation that began earlier does not settle it.';
comment on column public.service_state.leased_until is
  'Until when one replica has the reconciliation to itself; one that dies with it is followed by another.';
comment on column public.service_state.checking_until is
  'Until when one replica compares a community with its log; one that dies with it is followed by another.';
