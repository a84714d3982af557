-- Every save of a configuration, whole, with who and when: what an earlier award was computed with, and what a rollback brings back.

create table public.configuration_versions (
  community_id text not null,
  version bigint not null,
  document jsonb not null,
  saved_at timestamptz not null,
  saved_by text,
  restored_from bigint,

  constraint configuration_versions_pkey primary key (community_id, version),
  constraint configuration_version_belongs_to_a_community
    foreign key (community_id) references public.communities (id) on delete cascade,
  constraint configuration_document_is_an_object check (jsonb_typeof(document) = 'object'),
  constraint restored_version_is_an_earlier_one check (restored_from < version)
);

comment on column public.configuration_versions.saved_by is 'A Whop user id, key:{id} for a secret key, or null for what a community began with.';

-- A period is kind + local start date + the zone it was made in. A changed time zone begins with the next period of each
-- kind, so every instant belongs to exactly one period of a kind.

create table public.community_time_zones (
  community_id text not null,
  kind text not null,
  starts_at timestamptz not null,
  time_zone text not null,

  constraint community_time_zones_pkey primary key (community_id, kind, starts_at),
  constraint zone_belongs_to_a_community
    foreign key (community_id) references public.communities (id) on delete cascade,
  constraint zone_kind_is_known check (kind in ('day', 'week', 'month')),
  constraint zone_of_a_period_is_known check (timestamptz '2000-01-01Z' at time zone time_zone is not null)
);

comment on table public.community_time_zones is
  'From when on a zone makes a kind''s periods. A community whose zone never changed has no rows: communities.time_zone holds for all time.';
