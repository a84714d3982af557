-- A community is a Whop company that Wee5 keeps XP for; its configuration says what activities are worth.

create table public.communities (
  id text not null,
  name text,
  visibility text not null default 'public',
  time_zone text not null default 'UTC',
  theme jsonb not null default '{}',
  version bigint not null default 0,
  created_at timestamptz not null default now(),

  constraint communities_pkey primary key (id),
  constraint community_id_is_short_text check (length(id) between 1 and 200),
  constraint community_visibility_is_known check (visibility in ('public', 'members', 'private')),
  -- Converting raises for a zone Postgres does not know, so an award can never fail on it later.
  constraint community_time_zone_is_known check (timestamptz '2000-01-01Z' at time zone time_zone is not null),
  constraint community_version_never_negative check (version >= 0)
);

comment on column public.communities.version is
  'Bumped under the row''s lock by every transaction that changes what viewers see, so it is ordered like the commits.';

create table public.xp_configurations (
  community_id text not null,
  chat_xp integer not null default 15,
  reply_xp integer not null default 20,
  reaction_xp integer not null default 5,
  cooldown_seconds integer not null default 60,
  rules jsonb not null default '{}',
  curve jsonb not null default '{"kind": "mee6"}',
  level_thresholds bigint[] not null,
  levels jsonb not null default '[]',
  demotion text not null default 'follow',
  levels_done_to text,
  version bigint not null default 1,
  updated_at timestamptz not null default now(),
  updated_by text,

  constraint xp_configurations_pkey primary key (community_id),
  constraint xp_configuration_belongs_to_a_community
    foreign key (community_id) references public.communities (id) on delete cascade,
  constraint configured_xp_is_never_negative check (chat_xp >= 0 and reply_xp >= 0 and reaction_xp >= 0),
  constraint cooldown_is_at_most_a_week check (cooldown_seconds between 0 and 604800),
  constraint level_thresholds_are_one_list
    check (array_ndims(level_thresholds) is not distinct from 1 and array_position(level_thresholds, null) is null),
  constraint rules_are_an_object check (jsonb_typeof(rules) = 'object'),
  constraint curve_has_a_kind check (jsonb_typeof(curve -> 'kind') is not distinct from 'string'),
  constraint level_names_are_a_list check (jsonb_typeof(levels) = 'array'),
  constraint demotion_is_known check (demotion in ('follow', 'keep')),
  constraint configuration_version_is_positive check (version > 0)
);

comment on column public.xp_configurations.rules is
  'What the plain columns do not say: sources, multipliers, caps, streaks. Validated by the contract (rulesSchema).';
comment on column public.xp_configurations.levels is 'Names and badge pictures: [{level, name, badgeUrl}].';
comment on column public.xp_configurations.demotion is
  'follow: the level follows the total down; keep: a level once reached stays until a reset.';
comment on column public.xp_configurations.levels_done_to is
  'After a changed curve: up to which member id stored levels were recomputed (empty: none yet); null when all are.';

comment on column public.xp_configurations.level_thresholds is
  'level_thresholds[n] is the XP at which level n begins; levels are counted in it (width_bucket), never computed.';
comment on column public.xp_configurations.version is
  'An award computed with another version is refused with SQLSTATE W5001.';
