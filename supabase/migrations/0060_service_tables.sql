-- What the service keeps for itself: events it could not use, keys it gave out, work it still owes.

create table public.quarantined_events (
  community_id text not null,
  webhook_id text not null,
  event_type text not null,
  reason text not null,
  payload text not null,
  received_at timestamptz not null,

  constraint quarantined_events_pkey primary key (community_id, webhook_id),
  constraint quarantine_reason_is_known
    check (reason in ('unknown-shape', 'missing-community', 'future-dated', 'refused-by-database'))
);

comment on table public.quarantined_events is
  'Well-signed events we could not book, kept 30 days. community_id is empty where none could be found.';
comment on column public.quarantined_events.payload is
  'JSON as text (jsonb would refuse what the database refused before), with chat text blotted out.';

create index quarantined_events_by_age on public.quarantined_events (received_at);

create table public.api_keys (
  community_id text not null,
  id uuid not null default gen_random_uuid(),
  kind text not null,
  key_hash bytea not null,
  label text,
  allowed_origins text[] not null default '{}',
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz,

  constraint api_keys_pkey primary key (community_id, id),
  constraint api_key_belongs_to_a_community
    foreign key (community_id) references public.communities (id) on delete cascade,
  constraint api_key_is_unique unique (key_hash),
  constraint api_key_kind_is_known check (kind in ('publishable', 'secret')),
  constraint api_key_hash_is_sha256 check (octet_length(key_hash) = 32)
);

create table public.outbox (
  community_id text not null,
  id uuid not null default gen_random_uuid(),
  kind text not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  delivered_at timestamptz,

  constraint outbox_pkey primary key (community_id, id),
  constraint outbox_row_belongs_to_a_community
    foreign key (community_id) references public.communities (id) on delete cascade,
  constraint outbox_attempts_never_negative check (attempts >= 0)
);

comment on table public.outbox is 'Deliveries owed to other systems, written by the transaction that owes them.';

create index outbox_due on public.outbox (next_attempt_at) where delivered_at is null;
