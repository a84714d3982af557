-- Signs of farming. They are stated, in the evidence as well, and take nothing from anybody.

create function public.find_bursts(
  community_id text, from_at timestamptz, to_at timestamptz, out user_ids text[], out evidence jsonb
) returns setof record
language sql stable security invoker
set search_path = ''
as $$
  with done as (
    -- What members do themselves and earn by; what others give them or a server sends comes in heaps of its own.
    select
      l.user_id, l.created_at,
      count(*) over ten_minutes as activities,
      count(*) filter (where l.activity_type = 'reaction') over ten_minutes as reactions
    from public.activity_log l
    where l.community_id = find_bursts.community_id
      and l.created_at >= from_at and l.created_at < to_at
      and l.refusal is null and l.activity_type in ('chat', 'reply', 'reaction', 'lesson')
    window ten_minutes as (
      partition by l.user_id order by l.created_at range between interval '10 minutes' preceding and current row)
  ),
  busiest as (
    select
      d.user_id, max(d.activities) as activities, max(d.reactions) as reactions,
      (array_agg(d.created_at order by greatest(d.activities, d.reactions * 1.5) desc, d.created_at))[1] as ends_at
    from done d
    group by d.user_id
  ),
  usual as (
    select
      coalesce(percentile_cont(0.5) within group (order by b.activities), 0) as activities,
      coalesce(percentile_cont(0.5) within group (order by b.reactions) filter (where b.reactions > 0), 0) as reactions,
      -- Of a handful of members none is usual.
      case when count(*) < 5 then 0 else 5 end as factor
    from busiest b
  )
  select
    array[b.user_id],
    jsonb_build_object(
      'from', public.iso_time(b.ends_at - interval '10 minutes'), 'to', public.iso_time(b.ends_at),
      'activities', b.activities, 'usual', u.activities, 'limit', l.activities,
      'reactions', b.reactions, 'usualReactions', u.reactions, 'reactionLimit', l.reactions)
  from busiest b
  cross join usual u
  cross join lateral (
    select greatest(30, u.factor * u.activities) as activities, greatest(20, u.factor * u.reactions) as reactions
  ) l
  where b.activities > l.activities or b.reactions >= l.reactions
$$;

comment on function public.find_bursts is
  'Who earned by more than 30 activities or at least 20 reactions in 10 minutes, and by 5 times what is usual that day.';
