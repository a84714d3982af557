-- What bounds the amount of an award, by what was booked before the call (its history) and what its member earned
-- earlier in it. Nothing here reads a table.

create function public.apply_repeat(award public.award, earned public.award[]) returns public.award
language plpgsql immutable security invoker
set search_path = ''
as $$
declare
  v_nth bigint := 1 + (award.history).repeats + (
    select count(*) from unnest(earned) e
    where e.activity_type = award.activity_type and e.counterpart_id = award.counterpart_id
      and award.at - e.at < make_interval(hours => 24 * (award.limits).repeat_days));
begin
  if v_nth >= 2 then
    -- By what the receipt multiplies: a half that was rounded up is not to be divided and rounded up again.
    award.xp := div(
      2 * (award.receipt ->> 'base')::numeric * coalesce((award.receipt ->> 'multiplier')::numeric, 1) + v_nth,
      2 * v_nth);
    award.receipt := award.receipt || jsonb_build_object('repeat', v_nth);
    award.outcome := case when award.xp = 0 then 'repeat' end;
  end if;
  return award;
end
$$;

comment on function public.apply_repeat is 'The nth reaction of one giver to one receiver is worth 1/n, rounded half up; refused where that is 0.';

create function public.apply_bank(award public.award, earned public.award[]) returns public.award
language plpgsql immutable security invoker
set search_path = ''
as $$
declare
  v_capacity numeric := (award.limits).bank_capacity;
  v_bank jsonb := coalesce(
    (
      select e.bank from unnest(earned) with ordinality e
      where e.activity_type = award.activity_type and e.bank is not null order by e.ordinality desc limit 1
    ),
    (award.history).bank);
  v_since timestamptz := v_bank ->> 'at';
  v_held numeric := v_capacity;
  v_whole bigint;
begin
  if v_bank is not null then
    v_held := least(v_capacity, (v_bank ->> 'xp')::numeric
      + greatest(0, extract(epoch from award.at - v_since)) * (award.limits).bank_refill_per_hour / 3600);
  end if;
  -- Thirds of an XP that add up to one are one.
  v_whole := floor(round(v_held, 9));
  if v_whole < award.xp then
    award.xp := v_whole;
    award.receipt := award.receipt || jsonb_build_object('bank', jsonb_build_object('capacity', v_capacity, 'left', v_whole));
    award.outcome := case when v_whole = 0 then 'bank' end;
  end if;
  award.bank := jsonb_build_object('xp', v_held, 'at', public.exact_iso_time(greatest(award.at, v_since)));
  return award;
end
$$;

comment on function public.apply_bank is
  'Pays no more than the effort bank holds at the time of the activity; award.bank is the bank before it pays. A late activity finds what is there.';
