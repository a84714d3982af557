create function public.limits_of(configuration public.xp_configurations, activity_type text) returns public.source_limits
language plpgsql immutable security invoker
set search_path = ''
as $$
declare
  v_rules jsonb := configuration.rules;
  v_rule jsonb;
  v_limits public.source_limits;
begin
  v_rule := case
    when activity_type like 'event.%' then v_rules #> array['events', substr(activity_type, 7)]
    else v_rules #> array['sources', activity_type]
  end;
  v_limits.cooldown := make_interval(secs => case
    when v_rule ? 'effortBank' then 0
    when v_rule ? 'cooldownSeconds' then (v_rule ->> 'cooldownSeconds')::integer
    when activity_type in ('chat', 'reply', 'reaction') then configuration.cooldown_seconds
    else 0
  end);
  v_limits.all_daily_cap := v_rules ->> 'dailyCap';
  v_limits.all_weekly_cap := v_rules ->> 'weeklyCap';
  if activity_type in ('reaction', 'reaction_received') then
    v_limits.repeat_days := v_rules #>> '{repeatReactions,withinDays}';
  end if;
  if v_rule is not null then
    v_limits.daily_cap := v_rule ->> 'dailyCap';
    v_limits.weekly_cap := v_rule ->> 'weeklyCap';
    v_limits.bank_capacity := v_rule #>> '{effortBank,capacity}';
    v_limits.bank_refill_per_hour := v_rule #>> '{effortBank,refillPerHour}';
    v_limits.newcomer_bonus := v_rule #>> '{newcomerBonus,xp}';
  end if;
  v_limits.bounds_amount := num_nonnulls(
    v_limits.daily_cap, v_limits.weekly_cap, v_limits.bank_capacity, v_limits.all_daily_cap, v_limits.all_weekly_cap,
    v_limits.repeat_days) > 0;
  return v_limits;
end
$$;

comment on function public.limits_of is 'What bounds a source: its own rule, else the community''s cooldown for chat, replies and reactions.';
