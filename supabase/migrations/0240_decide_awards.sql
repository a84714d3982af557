create function public.settle_awards(awards public.award[], are_limited boolean) returns public.award[]
language plpgsql immutable security invoker
set search_path = ''
as $$
declare
  v_awards public.award[] := awards;
  v_award public.award;
  v_other public.award;
  v_earned public.award[];
begin
  for v_index in 1 .. cardinality(v_awards) loop
    v_award := v_awards[v_index];
    continue when v_award.outcome is not null;

    for v_back in reverse v_index - 1 .. 1 loop
      v_other := v_awards[v_back];
      exit when v_award.at - v_other.at >= (v_award.limits).cooldown or v_other.user_id <> v_award.user_id
        or v_other.community_id <> v_award.community_id;
      continue when v_other.outcome <> 'awarded' or v_other.activity_type <> v_award.activity_type;
      v_award.outcome := 'cooldown';
      v_award.receipt := coalesce(v_award.receipt, '{}')
        || public.cooldown_receipt(v_award.at, v_other.at + (v_award.limits).cooldown);
      exit;
    end loop;

    if v_award.outcome is null and not are_limited then
      v_award.outcome := 'awarded';
    elsif v_award.outcome is null then
      if v_award.community_id <> v_earned[1].community_id or v_award.user_id <> v_earned[1].user_id then
        v_earned := '{}';
      end if;
      v_award := public.apply_limits(v_award, v_earned);
      if v_award.outcome = 'awarded' then
        v_earned := v_earned || v_award;
      end if;
    end if;
    v_awards[v_index] := v_award;
  end loop;
  return v_awards;
end
$$;

comment on function public.settle_awards is
  'Decides what is still open. Awards come in (member, time, key) order, and each sees what the earlier ones of its member got.';

create function public.decide_awards(awards public.award[]) returns public.award[]
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_awards public.award[] := public.claim_awards(awards);
  v_has_replies boolean;
  v_are_limited boolean;
begin
  select
    coalesce(bool_or(a.reply_to_key is not null), false),
    coalesce(bool_or(a.outcome is null and (a.limits).bounds_amount), false)
  into v_has_replies, v_are_limited
  from unnest(v_awards) a;

  if v_has_replies then
    v_awards := public.find_counterparts(v_awards);
  end if;
  if v_are_limited then
    v_awards := public.find_history(v_awards);
  end if;
  return public.settle_awards(v_awards, v_are_limited);
end
$$;

comment on function public.decide_awards is
  'Duplicate, refused or awarded, for each. Call it with the members locked, in a statement after the one that locked them.';
