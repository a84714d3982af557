-- A period is kind + local start date + the zone it was made in. The zone is the community's, unless it was another one
-- when the period was made.

create function public.zone_at(community_id text, kind text, at timestamptz) returns text
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(
    (
      select z.time_zone from public.community_time_zones z
      where z.community_id = zone_at.community_id and z.kind = zone_at.kind and z.starts_at <= zone_at.at
      order by z.starts_at desc
      limit 1
    ),
    (select c.time_zone from public.communities c where c.id = zone_at.community_id)
  )
$$;

comment on function public.zone_at is 'The zone whose days, weeks or months an instant belongs to.';

create function public.start_of_day(day date, time_zone text) returns timestamptz
language sql stable strict security invoker
set search_path = ''
as $$
  select case
    when (d.early at time zone start_of_day.time_zone)::date >= start_of_day.day then least(d.usual, d.early)
    else d.usual
  end
  from (
    select
      m.usual,
      -- By the clock as it was hours before.
      (start_of_day.day::timestamp
        - ((m.usual - interval '6 hours') at time zone start_of_day.time_zone
          - (m.usual - interval '6 hours') at time zone 'UTC')) at time zone 'UTC' as early
    from (select start_of_day.day::timestamp at time zone start_of_day.time_zone as usual) m
  ) d
$$;

comment on function public.start_of_day is
  'The first instant of a local day: where clocks are put back over midnight the first of the two, where they skip it the moment they do.';

create function public.period_bounds(
  community_id text, kind text, at timestamptz,
  out starts_on date, out time_zone text, out starts_at timestamptz, out ends_at timestamptz
)
language sql stable security invoker
set search_path = ''
as $$
  select
    p.starts_on, p.time_zone,
    -- Where the zone changed, the old zone's last period ends first and the new zone's first one begins late.
    greatest(
      public.start_of_day(p.starts_on, p.time_zone),
      (
        select max(z.starts_at) from public.community_time_zones z
        where z.community_id = period_bounds.community_id and z.kind = period_bounds.kind
          and z.starts_at <= period_bounds.at
      )
    ),
    least(
      public.start_of_day((p.starts_on + ('1 ' || period_bounds.kind)::interval)::date, p.time_zone),
      (
        select min(z.starts_at) from public.community_time_zones z
        where z.community_id = period_bounds.community_id and z.kind = period_bounds.kind
          and z.starts_at > period_bounds.at
      )
    )
  from (
    select date_trunc(period_bounds.kind, period_bounds.at at time zone z.zone)::date as starts_on, z.zone as time_zone
    from (select public.zone_at(period_bounds.community_id, period_bounds.kind, period_bounds.at) as zone) z
  ) p
$$;

comment on function public.period_bounds is
  'The day, week or month that an instant belongs to: its local date, its zone, and its two ends (the second is no longer in it).';
