-- A member of a community with their total. The total and level are projections of activity_log.

create table public.users (
  community_id text not null,
  id text not null,
  xp bigint not null default 0,
  level integer not null default 0,
  reached_at timestamptz,
  last_active timestamptz,
  username text,
  display_name text,
  avatar_url text,
  named_at timestamptz,
  profile_fetched_at timestamptz,
  visibility text not null default 'public',
  pseudonym text,
  public_id text,
  excluded boolean not null default false,
  announcements boolean not null default true,
  time_zone text,
  peak_xp bigint not null default 0,
  effort_banks jsonb not null default '{}',
  joined_at timestamptz,
  created_at timestamptz not null default now(),

  constraint users_pkey primary key (community_id, id),
  constraint member_belongs_to_a_community
    foreign key (community_id) references public.communities (id) on delete cascade,
  constraint member_id_is_short_text check (length(id) between 1 and 200),
  -- The largest integer JavaScript counts exactly.
  constraint total_xp_is_a_safe_integer check (xp between 0 and 9007199254740991),
  constraint level_is_never_negative check (level >= 0),
  constraint member_with_xp_has_reached_it_at_a_time check (xp = 0 or reached_at is not null),
  constraint member_visibility_is_known check (visibility in ('public', 'members', 'hidden')),
  constraint pseudonym_is_short_text check (length(pseudonym) between 1 and 100),
  -- An id leads to the profile that a pseudonym hides, so the public gets another.
  constraint member_with_a_pseudonym_has_a_public_id check (pseudonym is null or public_id is not null),
  -- Of those who have one: an index of everybody would be written with every award.
  constraint public_id_is_unique
    exclude using btree (community_id with =, public_id with =) where (public_id is not null),
  constraint member_time_zone_is_known
    check (time_zone is null or timestamptz '2000-01-01Z' at time zone time_zone is not null),
  constraint peak_is_never_below_the_total check (peak_xp >= xp),
  constraint effort_banks_are_an_object check (jsonb_typeof(effort_banks) = 'object')
);

comment on column public.users.reached_at is
  'Latest event time among the awarded activities; orders members whose totals are equal.';
comment on column public.users.named_at is
  'As of when username and display_name are known: by the event that brought them, or by the profile.';
comment on column public.users.profile_fetched_at is 'When Whop last told the whole profile, picture included.';
comment on column public.users.public_id is
  'Stands for the id wherever the public sees the pseudonym; random, so that it leads nowhere.';
comment on column public.users.peak_xp is 'The highest total since the last reset; under demotion "keep" the level is counted from it.';
comment on column public.users.effort_banks is
  'Per source with an effort bank: {source: {xp, at}}, what it held and as of when (event time, which never moves back).';
comment on column public.users.joined_at is 'The earliest time we know the member to have been here: Whop''s word, or their first activity.';
comment on column public.users.time_zone is 'For streaks; null for the community''s.';
comment on column public.users.last_active is 'Latest event time among all activities, awarded or not.';

-- Board order as one ascending key, so a page is one index range and a rank is one index-only count.
create index users_board on public.users (community_id, (-xp), reached_at, id)
  include (xp, visibility, excluded)
  where xp > 0;

-- The few whom a board shows differently: a window's board asks about them alone, and not about every member.
create index users_apart on public.users (community_id, id)
  where excluded or visibility <> 'public' or pseudonym is not null;

create view public.board with (security_invoker = true) as
select
  u.community_id, u.id as user_id, case when u.pseudonym is null then u.id else u.public_id end as public_id,
  u.xp, u.reached_at, u.visibility, u.joined_at
from public.users u
where u.xp > 0 and not u.excluded;

comment on view public.board is
  'Who can have a rank: members with XP whom no admin excluded. public_id is the id under which the public sees them.';
