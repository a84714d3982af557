create function public.apply_caps(award public.award, earned public.award[]) returns public.award
language plpgsql immutable security invoker
set search_path = ''
as $$
declare
  v_cap record;
begin
  select c.*, c."limit" - c.booked - coalesce((
    select sum(e.xp) from unnest(earned) e
    where e.at <@ c.range and (c.of = 'all' or e.activity_type = award.activity_type)
  ), 0) as "left"
  into v_cap
  from (
    values
      (1, 'source', 'day', (award.limits).daily_cap, (award.history).source_day, (award.history).day),
      (2, 'source', 'week', (award.limits).weekly_cap, (award.history).source_week, (award.history).week),
      (3, 'all', 'day', (award.limits).all_daily_cap, (award.history).all_day, (award.history).day),
      (4, 'all', 'week', (award.limits).all_weekly_cap, (award.history).all_week, (award.history).week)
  ) c (place, of, period, "limit", booked, range)
  where c."limit" is not null
  order by "left", c.place
  limit 1;

  if v_cap."left" < award.xp then
    award.xp := greatest(v_cap."left", 0);
    award.receipt := award.receipt || jsonb_build_object('cap', jsonb_build_object(
      'of', v_cap.of, 'period', v_cap.period, 'limit', v_cap."limit", 'left', award.xp));
    award.outcome := case when award.xp = 0 then 'cap' end;
  end if;
  return award;
end
$$;

comment on function public.apply_caps is
  'Awards no more than the cap that has least left; the receipt names it where it took something away.';

create function public.apply_limits(award public.award, earned public.award[]) returns public.award
language plpgsql immutable security invoker
set search_path = ''
as $$
begin
  award.receipt := coalesce(award.receipt, '{}');
  if (award.limits).repeat_days is not null and award.xp > 0 then
    award := public.apply_repeat(award, earned);
  end if;
  if (award.limits).bank_capacity is not null and award.outcome is null and award.xp > 0 then
    award := public.apply_bank(award, earned);
  end if;
  if award.outcome is null and award.xp > 0 then
    award := public.apply_caps(award, earned);
  end if;
  award.outcome := coalesce(award.outcome, 'awarded');
  if award.outcome = 'awarded' and award.bank is not null then
    award.bank := award.bank
      || jsonb_build_object('xp', greatest((award.bank ->> 'xp')::numeric - award.xp, 0));
  end if;
  return award;
end
$$;

comment on function public.apply_limits is
  'Decides an award that no cooldown refuses: repeat, effort bank, caps. What its rule says is worth nothing meets none of them.';
