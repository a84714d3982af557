-- What a level unlocks, and who has unlocked it.

create table public.rewards (
  community_id text not null,
  id uuid not null default gen_random_uuid(),
  level_requirement integer not null,
  reward_type text not null,
  name text not null,
  description text,
  image_url text,
  metadata jsonb not null default '{}',
  code text,
  position integer not null default 0,
  archived_at timestamptz,
  created_at timestamptz not null default now(),

  constraint rewards_pkey primary key (community_id, id),
  constraint reward_belongs_to_a_community
    foreign key (community_id) references public.communities (id) on delete cascade,
  constraint reward_level_is_never_negative check (level_requirement >= 0),
  constraint reward_type_is_known check (reward_type in ('role', 'badge', 'custom')),
  constraint reward_name_is_short_text check (length(name) between 1 and 200),
  constraint reward_metadata_is_an_object check (jsonb_typeof(metadata) = 'object'),
  -- Members read the metadata of what they have not claimed yet.
  constraint reward_metadata_holds_no_code check (not metadata ? 'code'),
  constraint only_a_custom_reward_has_a_code check (code is null or reward_type = 'custom')
);

comment on column public.rewards.code is
  'Told to a member once they claimed the reward, and to the creator; no role of the browser may read the column.';

comment on column public.rewards.position is 'Order among the rewards of one level.';
comment on column public.rewards.archived_at is
  'Since when it is no longer given; who claimed it before keeps it. A reward that nobody claimed is deleted instead.';

create index rewards_by_level on public.rewards (community_id, level_requirement);

create table public.user_rewards (
  community_id text not null,
  user_id text not null,
  reward_id uuid not null,
  state text not null default 'unlocked',
  unlocked_at timestamptz not null,
  claimed_at timestamptz,

  -- The key is what makes a reward unlock once, however often its level is reached.
  constraint user_rewards_pkey primary key (community_id, user_id, reward_id),
  constraint user_reward_belongs_to_a_member
    foreign key (community_id, user_id) references public.users (community_id, id) on delete cascade,
  constraint user_reward_belongs_to_a_reward
    foreign key (community_id, reward_id) references public.rewards (community_id, id) on delete cascade,
  constraint user_reward_state_is_known check (
    state in ('unlocked', 'claimed', 'fulfilling', 'fulfilled', 'failed', 'unknown', 'expired', 'revoked')
  ),
  constraint unlocked_reward_is_not_claimed check (state <> 'unlocked' or claimed_at is null)
);
