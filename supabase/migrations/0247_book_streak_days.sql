create function public.streak_zone(community_id text, user_id text) returns text
language plpgsql stable security invoker
set search_path = ''
as $$
begin
  return (
    select coalesce(
      case when coalesce(x.rules #>> '{streaks,timeZone}', 'member') = 'member' then u.time_zone end,
      c.time_zone)
    from public.communities c
    join public.xp_configurations x on x.community_id = c.id
    left join public.users u on u.community_id = c.id and u.id = streak_zone.user_id
    where c.id = streak_zone.community_id
  );
end
$$;

comment on function public.streak_zone is 'Whose clock ends a member''s day: their own where they gave one and the rules allow it, else the community''s.';

create function public.streak_days_of(local_at timestamp, grace_hours integer) returns setof date
language sql immutable security invoker
set search_path = ''
as $$
  select local_at::date
  union all
  select local_at::date - 1 where local_at < local_at::date + make_interval(hours => grace_hours)
$$;

comment on function public.streak_days_of is
  'The days an activity counts for: its own, and the one before where it happened within the grace after midnight.';

create function public.book_streak_days(awards public.award[]) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
begin
  with graces as materialized (
    select x.community_id, make_interval(hours => (x.rules #>> '{streaks,graceHours}')::integer) as grace
    from public.xp_configurations x
    where x.community_id in (select a.community_id from unnest(awards) a)
  )
  insert into public.streak_days (community_id, user_id, day)
  select distinct a.community_id, a.user_id, d.day
  from unnest(awards) a
  join graces g on g.community_id = a.community_id
  cross join lateral (values (a.local_at::date), ((a.local_at - g.grace)::date)) d (day)
  where a.outcome = 'awarded' and d.day is not null
  order by 1, 2, 3
  on conflict do nothing;
end
$$;

comment on function public.book_streak_days is 'Notes the days on which members earned.';
