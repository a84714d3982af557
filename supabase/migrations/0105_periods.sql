-- A period is kind + local start date + the zone it was made in. The zone is the community's, unless it was another one
-- when the period was made. In plpgsql, whose plans are kept: these are called for single rows.

create function public.zone_at(community_id text, kind text, at timestamptz) returns text
language plpgsql stable security invoker
set search_path = ''
as $$
begin
  return coalesce(
    (
      select z.time_zone from public.community_time_zones z
      where z.community_id = zone_at.community_id and z.kind = zone_at.kind and z.starts_at <= zone_at.at
      order by z.starts_at desc
      limit 1
    ),
    (select c.time_zone from public.communities c where c.id = zone_at.community_id)
  );
end
$$;

comment on function public.zone_at is 'The zone whose days, weeks or months an instant belongs to.';

create function public.period_bounds(
  community_id text, kind text, at timestamptz,
  out starts_on date, out time_zone text, out starts_at timestamptz, out ends_at timestamptz
)
language plpgsql stable security invoker
set search_path = ''
as $$
begin
  time_zone := public.zone_at(community_id, kind, at);
  starts_on := date_trunc(kind, at at time zone time_zone)::date;
  -- Where the zone changed, the old zone's last period ends first and the new zone's first one begins late.
  starts_at := greatest(
    starts_on::timestamp at time zone time_zone,
    (
      select max(z.starts_at) from public.community_time_zones z
      where z.community_id = period_bounds.community_id and z.kind = period_bounds.kind
        and z.starts_at <= period_bounds.at
    )
  );
  ends_at := least(
    (starts_on::timestamp + ('1 ' || kind)::interval) at time zone time_zone,
    (
      select min(z.starts_at) from public.community_time_zones z
      where z.community_id = period_bounds.community_id and z.kind = period_bounds.kind
        and z.starts_at > period_bounds.at
    )
  );
end
$$;

comment on function public.period_bounds is
  'The day, week or month that an instant belongs to: its local date, its zone, and its two ends (the second is no longer in it).';
