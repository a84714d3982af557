create function public.streak_days_of_log(
  community_id text, after_id text, to_id text, out user_id text, out day date, out is_own boolean
) returns setof record
language sql stable security invoker
set search_path = ''
as $$
  select e.user_id, d.day, bool_or(d.is_own)
  from (
    select l.user_id, l.local_at::date as day, min(l.local_at::time) as earliest
    from public.activity_log l
    where l.community_id = streak_days_of_log.community_id
      and l.user_id > streak_days_of_log.after_id and l.user_id <= streak_days_of_log.to_id
      and l.refusal is null and l.local_at is not null
    group by 1, 2
  ) e
  cross join lateral (
    select e.day, true
    union all
    select e.day - 1, false where e.earliest < '12:00'
  ) d (day, is_own)
  group by 1, 2
$$;

comment on function public.streak_days_of_log is
  'The days on which the members of a slice earned (is_own), and those that rules may have forgiven them: by 12 hours at most.';
