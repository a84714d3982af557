create function public.book_periods(awards public.award[]) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
begin
  insert into public.period_totals as p (community_id, kind, starts_on, user_id, xp, reached_at)
  select
    a.community_id, k.kind, date_trunc(k.kind, a.at at time zone c.time_zone)::date, a.user_id,
    sum(a.xp), max(a.at)
  from unnest(awards) a
  join public.communities c on c.id = a.community_id
  cross join (values ('day'), ('week'), ('month')) k (kind)
  where a.outcome = 'awarded'
  group by 1, 2, 3, 4
  order by 1, 2, 3, 4
  on conflict (community_id, kind, starts_on, user_id)
  do update set xp = p.xp + excluded.xp, reached_at = greatest(p.reached_at, excluded.reached_at);
end
$$;

comment on function public.book_periods is
  'Adds what awarded activities earned to the day, week and month they happened in, as the community''s time zone has them.';
