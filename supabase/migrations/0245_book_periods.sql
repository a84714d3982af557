create function public.book_periods(entries public.entry[]) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
begin
  -- Few communities ever changed their zone, so those ranges are laid out once per call instead of sought per row.
  with former as materialized (
    select
      z.community_id, z.kind, z.time_zone, z.starts_at,
      lead(z.starts_at, 1, 'infinity') over (partition by z.community_id, z.kind order by z.starts_at) as ends_at
    from public.community_time_zones z
    where z.community_id in (select e.community_id from unnest(entries) e)
  ),
  earned as (
    select
      e.community_id, k.kind, coalesce(f.time_zone, c.time_zone) as time_zone, e.user_id, e.xp, e.period_at
    from unnest(entries) e
    cross join (values ('day'), ('week'), ('month')) k (kind)
    join public.communities c on c.id = e.community_id
    left join former f
      on f.community_id = e.community_id and f.kind = k.kind and e.period_at >= f.starts_at and e.period_at < f.ends_at
    where e.period_at is not null
  )
  insert into public.period_totals as p (community_id, kind, starts_on, time_zone, user_id, xp, reached_at)
  select
    e.community_id, e.kind, date_trunc(e.kind, e.period_at at time zone e.time_zone)::date, e.time_zone, e.user_id,
    sum(e.xp), max(e.period_at)
  from earned e
  group by 1, 2, 3, 4, 5
  order by 1, 2, 3, 4, 5
  on conflict (community_id, kind, starts_on, time_zone, user_id)
  do update set xp = p.xp + excluded.xp, reached_at = greatest(p.reached_at, excluded.reached_at);
end
$$;

comment on function public.book_periods is
  'Adds what was earned to the day, week and month it counts in, by the zone those were made in.';
