create function public.decide_awards(awards public.award[]) returns public.award[]
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_decided public.award[];
  v_award public.award;
  v_earned public.award;
begin
  -- Claiming the natural key is the deduplication; of two awards with one key in a call, the first in time has it.
  with claimed as (
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
  )
  select array_agg(
    row(
      r.ord, r.community_id, r.user_id, r.activity_type, r.key, r.at, r.xp, r.config_version, r.receipt, r.facts,
      r.refusal, r.counterpart_id, r.reply_to_key, r.newcomer_xp, r.newcomer_days, r.username, r.display_name,
      r.joined_at, r.limits,
      case
        when not r.is_new then 'duplicate'
        when r.refusal is not null then r.refusal
        -- Backlogs arrive out of order, so an awarded neighbour counts on either side.
        when exists (
          select from public.activity_log l
          where l.community_id = r.community_id and l.user_id = r.user_id
            and l.activity_type = r.activity_type and l.refusal is null
            and l.created_at > r.at - (r.limits).cooldown and l.created_at < r.at + (r.limits).cooldown
        ) then 'cooldown'
      end
    )::public.award
    order by r.community_id, r.user_id, r.activity_type, r.at, r.key)
  into v_decided
  from ranked r;

  -- What is left competes only with its own kind in this call, in (time, key) order.
  for v_index in 1 .. coalesce(cardinality(v_decided), 0) loop
    v_award := v_decided[v_index];
    continue when v_award.outcome is not null;
    if v_earned.community_id = v_award.community_id and v_earned.user_id = v_award.user_id
      and v_earned.activity_type = v_award.activity_type and v_award.at - v_earned.at < (v_award.limits).cooldown
    then
      v_award.outcome := 'cooldown';
    else
      v_award.outcome := 'awarded';
      v_earned := v_award;
    end if;
    v_decided[v_index] := v_award;
  end loop;

  return v_decided;
end
$$;

comment on function public.decide_awards is
  'Duplicate, refused or awarded, for each. Call it with the members locked, in a statement after the one that locked them.';
