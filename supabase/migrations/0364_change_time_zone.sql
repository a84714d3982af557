create function public.is_time_zone(zone text) returns boolean
language plpgsql stable security invoker
set search_path = ''
as $$
begin
  return timestamptz '2000-01-01Z' at time zone zone is not null;
exception
  when invalid_parameter_value then
    return false;
end
$$;

comment on function public.is_time_zone is 'Whether this Postgres knows a time zone; a browser may know others.';

create function public.change_time_zone(community_id text, time_zone text, at timestamptz) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  -- An activity may be dated a little ahead of the clock: no period that has one changes its zone any more.
  v_at timestamptz := greatest(at, (
    select l.created_at from public.activity_log l
    where l.community_id = change_time_zone.community_id
    order by l.created_at desc
    limit 1
  ));
begin
  insert into public.community_time_zones (community_id, kind, starts_at, time_zone)
  select c.id, k.kind, '-infinity', c.time_zone
  from public.communities c
  cross join (values ('day'), ('week'), ('month')) k (kind)
  where c.id = change_time_zone.community_id
  on conflict do nothing;

  -- A change that has not begun yet is replaced, or taken back where this is the zone that still runs.
  delete from public.community_time_zones z
  where z.community_id = change_time_zone.community_id and z.starts_at > v_at;

  insert into public.community_time_zones (community_id, kind, starts_at, time_zone)
  select change_time_zone.community_id, k.kind, b.ends_at, change_time_zone.time_zone
  from (values ('day'), ('week'), ('month')) k (kind)
  cross join lateral public.period_bounds(change_time_zone.community_id, k.kind, v_at) b
  where b.time_zone <> change_time_zone.time_zone;

  update public.communities c set time_zone = change_time_zone.time_zone where c.id = change_time_zone.community_id;
end
$$;

comment on function public.change_time_zone is
  'Gives a community another zone: each kind of period takes it when the one that runs is over. Call it with the community''s row held.';
