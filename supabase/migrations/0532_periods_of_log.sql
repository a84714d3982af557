create function public.zones_of(
  community_id text, out kind text, out from_at timestamptz, out to_at timestamptz, out time_zone text
) returns setof record
language sql stable security invoker
set search_path = ''
as $$
  select
    k.kind, '-infinity'::timestamptz,
    coalesce((
      select min(z.starts_at) from public.community_time_zones z where z.community_id = c.id and z.kind = k.kind
    ), 'infinity'),
    c.time_zone
  from public.communities c
  cross join (values ('day'), ('week'), ('month')) k (kind)
  where c.id = zones_of.community_id
  union all
  select
    z.kind, z.starts_at,
    coalesce(lead(z.starts_at) over (partition by z.kind order by z.starts_at), 'infinity'), z.time_zone
  from public.community_time_zones z
  where z.community_id = zones_of.community_id
$$;

comment on function public.zones_of is 'What zone_at says, for all time at once: from when until when a zone makes the periods of a kind.';

create function public.periods_of_log(
  community_id text, after_id text, to_id text,
  out user_id text, out kind text, out starts_on date, out time_zone text, out xp bigint, out reached_at timestamptz
) returns setof record
language sql stable security invoker
set search_path = ''
as $$
  select
    l.user_id, z.kind, date_trunc(z.kind, l.period_at at time zone z.time_zone)::date, z.time_zone,
    sum(l.xp_awarded)::bigint,
    max(l.period_at) filter (where l.xp_awarded > 0)
  from public.activity_log l
  join public.zones_of(periods_of_log.community_id) z on l.period_at >= z.from_at and l.period_at < z.to_at
  where l.community_id = periods_of_log.community_id
    and l.user_id > periods_of_log.after_id and l.user_id <= periods_of_log.to_id
    and l.refusal is null
  group by 1, 2, 3, 4
$$;

comment on function public.periods_of_log is 'What the members of a slice have in each day, week and month, by the zones those were made in.';
