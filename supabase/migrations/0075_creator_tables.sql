-- What creators do and are told: resets that can be undone, signs of farming, and whether the totals equal the log.

create table public.resets (
  community_id text not null,
  id uuid not null default gen_random_uuid(),
  user_id text,
  reason text,
  made_by text,
  made_at timestamptz not null,
  members integer not null default 0,
  xp bigint not null default 0,
  undone_at timestamptz,
  undone_by text,

  constraint resets_pkey primary key (community_id, id),
  constraint reset_belongs_to_a_community
    foreign key (community_id) references public.communities (id) on delete cascade
);

comment on column public.resets.user_id is 'Whose total was put to 0; null for everybody''s.';

create table public.flags (
  community_id text not null,
  id uuid not null default gen_random_uuid(),
  kind text not null,
  user_ids text[] not null,
  day date not null,
  evidence jsonb not null default '{}',
  found_at timestamptz not null,
  dismissed_at timestamptz,
  dismissed_by text,

  constraint flags_pkey primary key (community_id, id),
  constraint flag_belongs_to_a_community
    foreign key (community_id) references public.communities (id) on delete cascade,
  constraint flag_is_raised_once_a_day unique (community_id, kind, user_ids, day),
  constraint flag_kind_is_known check (kind in ('burst', 'reciprocal')),
  constraint flag_names_somebody check (cardinality(user_ids) > 0)
);

comment on table public.flags is 'Signs of farming for the creator to look at. A flag takes nothing from anybody.';

create table public.integrity_checks (
  community_id text not null,
  checked_at timestamptz not null,
  ok boolean not null,
  members integer not null,
  report jsonb not null default '{}',

  constraint integrity_checks_pkey primary key (community_id, checked_at),
  constraint integrity_check_belongs_to_a_community
    foreign key (community_id) references public.communities (id) on delete cascade
);

comment on table public.integrity_checks is
  'Whether totals, peaks, levels, period totals and streak days equalled the log; kept 90 days.';
