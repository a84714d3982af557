create function public.level_of(configuration public.xp_configurations, xp bigint, peak_xp bigint) returns integer
language sql immutable security invoker
set search_path = ''
as $$
  select width_bucket(case configuration.demotion when 'keep' then peak_xp else xp end, configuration.level_thresholds)
$$;

comment on function public.level_of is
  'The level of a member: counted from their total, or from the highest they had since the last reset where levels are kept.';
