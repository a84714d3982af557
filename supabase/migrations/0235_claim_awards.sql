create function public.claim_awards(awards public.award[]) returns public.award[]
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_claimed public.award[];
begin
  -- Claiming the natural key is the deduplication; of two awards with one key in a call, the first in time has it.
  with clocks as materialized (
    select
      c.id, c.time_zone, coalesce(x.rules #>> '{streaks,timeZone}', 'member') = 'member' as is_members
    from public.communities c join public.xp_configurations x on x.community_id = c.id
    where c.id in (select a.community_id from unnest(awards) a)
  ),
  claimed as (
    insert into public.processed_events (community_id, key_hash, user_id)
    select distinct on (a.community_id, k.key_hash) a.community_id, k.key_hash, a.user_id
    from unnest(awards) a
    cross join lateral (select sha256(convert_to(a.key, 'UTF8')) as key_hash) k
    order by a.community_id, k.key_hash, a.at, a.ord
    on conflict do nothing
    returning community_id, key_hash
  ),
  ranked as (
    select
      a.*,
      c.key_hash is not null
        and row_number() over (partition by a.community_id, a.key order by a.at, a.ord) = 1 as is_new
    from unnest(awards) a
    left join claimed c
      on c.community_id = a.community_id and c.key_hash = sha256(convert_to(a.key, 'UTF8'))
  ),
  -- Its search for a neighbour would be made again for every use of what it finds.
  timed as materialized (
    select
      r.*,
      r.at at time zone coalesce(case when k.is_members then u.time_zone end, k.time_zone) as clock_at,
      -- Backlogs arrive out of order, so an awarded neighbour counts on either side; the latest one binds longest.
      case when r.is_new and r.refusal is null and (r.limits).cooldown > interval '0' then (
        select max(l.created_at) from public.activity_log l
        where l.community_id = r.community_id and l.user_id = r.user_id
          and l.activity_type = r.activity_type and l.refusal is null
          and l.created_at > r.at - (r.limits).cooldown and l.created_at < r.at + (r.limits).cooldown
      ) + (r.limits).cooldown end as eligible_at
    from ranked r
    join clocks k on k.id = r.community_id
    left join public.users u on u.community_id = r.community_id and u.id = r.user_id
  )
  select array_agg(
    row(
      t.ord, t.community_id, t.user_id, t.activity_type, t.key, t.at, t.xp, t.config_version,
      case when t.eligible_at is null then t.receipt
        else coalesce(t.receipt, '{}') || public.cooldown_receipt(t.at, t.eligible_at) end,
      t.facts, t.refusal, t.counterpart_id, t.reply_to_key, t.newcomer_xp, t.newcomer_days, t.username,
      t.display_name, t.joined_at, t.limits, t.clock_at, t.history, t.bank,
      case when not t.is_new then 'duplicate' when t.eligible_at is not null then 'cooldown' else t.refusal end
    )::public.award
    order by t.community_id, t.user_id, t.at, t.key)
  into v_claimed
  from timed t;

  return coalesce(v_claimed, '{}');
end
$$;

comment on function public.claim_awards is
  'Marks duplicates and what a rule or the cooldown of earlier calls refuses, and adds the time on the clock of the member''s streak. In (member, time, key) order.';
