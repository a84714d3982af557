create function public.count_streak_days(community_id text, user_id text, today date) returns integer
language sql stable security invoker
set search_path = ''
as $$
  with days as (
    select p.starts_on, p.starts_on + row_number() over (order by p.starts_on desc)::integer as run
    from public.period_totals p
    where p.community_id = count_streak_days.community_id and p.user_id = count_streak_days.user_id
      and p.kind = 'day' and p.starts_on <= today
  ),
  latest as (
    select d.run from days d where d.starts_on >= today - 1 order by d.starts_on desc limit 1
  )
  select count(*)::integer from days d join latest l on l.run = d.run
$$;

comment on function public.count_streak_days is
  'Days in a row with XP, up to today or yesterday (today is not over yet); days of one run share starts_on + position.';

create function public.next_eligible_times(community_id text, user_id text, cooldown interval, at timestamptz) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select jsonb_object_agg(s.activity_type, public.iso_time(s.eligible_at))
  from (
    select t.activity_type, (
      select case when l.created_at + cooldown > next_eligible_times.at then l.created_at + cooldown end
      from public.activity_log l
      where l.community_id = next_eligible_times.community_id and l.user_id = next_eligible_times.user_id
        and l.activity_type = t.activity_type and l.refusal is null
      order by l.created_at desc
      limit 1
    ) as eligible_at
    from (values ('chat'), ('reply'), ('reaction')) t (activity_type)
  ) s
$$;

comment on function public.next_eligible_times is 'Per source, when the member can earn again; null means now.';
