create function public.streak_zone(community_id text, user_id text) returns text
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(
    case when coalesce(x.rules #>> '{streaks,timeZone}', 'member') = 'member' then u.time_zone end,
    c.time_zone)
  from public.communities c
  join public.xp_configurations x on x.community_id = c.id
  left join public.users u on u.community_id = c.id and u.id = streak_zone.user_id
  where c.id = streak_zone.community_id
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
  insert into public.streak_days (community_id, user_id, day)
  select distinct a.community_id, a.user_id, d.day
  from unnest(awards) a
  join public.xp_configurations x on x.community_id = a.community_id
  cross join lateral public.streak_days_of(
    a.at at time zone public.streak_zone(a.community_id, a.user_id),
    coalesce((x.rules #>> '{streaks,graceHours}')::integer, 0)) d (day)
  where a.outcome = 'awarded'
  order by 1, 2, 3
  on conflict do nothing;
end
$$;

comment on function public.book_streak_days is 'Notes the days on which members earned.';
