create function public.book_periods(entries public.entry[]) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
begin
  insert into public.period_totals as p (community_id, kind, starts_on, time_zone, user_id, xp, reached_at)
  select
    e.community_id, k.kind, date_trunc(k.kind, e.period_at at time zone z.zone)::date, z.zone, e.user_id,
    sum(e.xp), max(e.period_at)
  from unnest(entries) e
  cross join (values ('day'), ('week'), ('month')) k (kind)
  cross join lateral (select public.zone_at(e.community_id, k.kind, e.period_at) as zone) z
  where e.period_at is not null
  group by 1, 2, 3, 4, 5
  order by 1, 2, 3, 4, 5
  on conflict (community_id, kind, starts_on, time_zone, user_id)
  do update set
    xp = p.xp + excluded.xp,
    reached_at = case when excluded.xp > 0 then greatest(p.reached_at, excluded.reached_at) else p.reached_at end;
end
$$;

comment on function public.book_periods is
  'Adds what was earned (or taken back) to the day, week and month it counts in, by the zone those were made in.';
