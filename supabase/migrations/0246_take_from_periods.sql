create function public.take_from_periods(entries public.entry[]) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
begin
  update public.period_totals p set xp = p.xp + t.xp
  from (
    select
      e.community_id, k.kind, date_trunc(k.kind, e.period_at at time zone z.zone)::date as starts_on, z.zone, e.user_id,
      sum(e.xp) as xp
    from unnest(entries) e
    cross join (values ('day'), ('week'), ('month')) k (kind)
    cross join lateral (select public.zone_at(e.community_id, k.kind, e.period_at) as zone) z
    where e.period_at is not null
    group by 1, 2, 3, 4, 5
  ) t
  where p.community_id = t.community_id and p.kind = t.kind and p.starts_on = t.starts_on and p.time_zone = t.zone
    and p.user_id = t.user_id;
end
$$;

comment on function public.take_from_periods is
  'Takes from the day, week and month in which it was earned; a row that is inserted may not be negative, even where one is there to add it to.';
