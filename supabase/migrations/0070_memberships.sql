-- What a member bought, and what takes back XP that was given for it. Whop's events come in any order, so each row keeps
-- the newest word by Whop's own clock.

create table public.memberships (
  community_id text not null,
  id text not null,
  user_id text not null,
  product_id text,
  active boolean not null,
  activated_at timestamptz,
  deactivated_at timestamptz,
  changed_at timestamptz not null,

  constraint memberships_pkey primary key (community_id, id),
  constraint membership_belongs_to_a_community
    foreign key (community_id) references public.communities (id) on delete cascade
);

comment on table public.memberships is 'Which products a member holds, for multipliers by product.';

create index memberships_of_member on public.memberships (community_id, user_id);

create table public.take_backs (
  community_id text not null,
  key text not null,
  of_key text not null,
  share numeric not null,
  amount numeric,
  currency text,
  reason text not null,
  changed_at timestamptz not null,
  kept_at timestamptz,
  untaken bigint not null default 0,

  constraint take_backs_pkey primary key (community_id, key),
  constraint take_back_belongs_to_a_community
    foreign key (community_id) references public.communities (id) on delete cascade,
  constraint take_back_share_is_a_fraction check (share between 0 and 1),
  constraint take_back_amount_is_not_negative check (amount >= 0),
  constraint take_back_currency_is_of_an_amount check (currency is null or amount is not null),
  constraint take_back_untaken_is_not_negative check (untaken >= 0),
  constraint take_back_reason_is_known check (reason in ('refund', 'dispute', 'deactivation'))
);

comment on table public.take_backs is
  'Which share of what a payment or membership (of_key) gave is to be taken back. May be known before the thing itself.';
comment on column public.take_backs.share is '0 once it no longer holds: a failed refund, a dispute that was won, a membership that came back.';
comment on column public.take_backs.amount is
  'What was refunded, in whole units of currency, where only what was booked of the payment can say which share that is; share holds where it cannot.';
comment on column public.take_backs.changed_at is
  'When Whop said what holds; -infinity where members might keep what every word so far spoke of.';
comment on column public.take_backs.kept_at is
  'The newest word that came while members might keep what it spoke of. It changed nothing then, and never will.';
comment on column public.take_backs.untaken is
  'How much was not there to be taken of what the payment or membership gave, in each row of one that was known by then. It is not collected later.';

create index take_backs_of_key on public.take_backs (community_id, of_key);
