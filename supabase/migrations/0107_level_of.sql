create function public.level_of(configuration public.xp_configurations, xp bigint, peak_xp bigint) returns integer
language sql immutable security invoker
set search_path = ''
as $$
  select width_bucket(case configuration.demotion when 'keep' then peak_xp else xp end, configuration.level_thresholds)
$$;

comment on function public.level_of is
  'The level of a member: counted from their total, or from the highest they had since the last reset where levels are kept.';

create function public.limits_of(configuration public.xp_configurations, activity_type text) returns public.source_limits
language sql immutable security invoker
set search_path = ''
as $$
  select row(
    make_interval(secs => case
      when r.rule ? 'effortBank' then 0
      when r.rule ? 'cooldownSeconds' then (r.rule ->> 'cooldownSeconds')::integer
      when activity_type in ('chat', 'reply', 'reaction') then configuration.cooldown_seconds
      else 0
    end),
    (r.rule ->> 'dailyCap')::bigint,
    (r.rule ->> 'weeklyCap')::bigint,
    (r.rule #>> '{effortBank,capacity}')::bigint,
    (r.rule #>> '{effortBank,refillPerHour}')::numeric,
    (configuration.rules ->> 'dailyCap')::bigint,
    (configuration.rules ->> 'weeklyCap')::bigint,
    case when activity_type in ('reaction', 'reaction_received')
      then (configuration.rules #>> '{repeatReactions,withinDays}')::integer
    end
  )::public.source_limits
  from (
    select coalesce(
      configuration.rules #> array['sources', activity_type],
      case when activity_type like 'event.%' then configuration.rules #> array['events', substr(activity_type, 7)] end
    ) as rule
  ) r
$$;

comment on function public.limits_of is 'What bounds a source: its own rule, else the community''s cooldown for chat, replies and reactions.';
