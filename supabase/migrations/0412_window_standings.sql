create view public.period_board with (security_invoker = true) as
select
  p.community_id, p.kind, p.starts_on, p.time_zone, p.user_id,
  case when u.pseudonym is null then p.user_id else u.public_id end as public_id,
  coalesce(u.visibility, 'public') as visibility, p.xp, p.reached_at
from public.period_totals p
-- Nobody is looked up but the few of users_apart.
left join public.users u
  on u.community_id = p.community_id and u.id = p.user_id
  and (u.excluded or u.visibility <> 'public' or u.pseudonym is not null)
where p.xp > 0 and u.excluded is not true;

comment on view public.period_board is 'Who can have a rank in a day, week or month, as public.board says it of all time.';

create function public.window_standings(query public.board_query) returns setof public.standing
language plpgsql stable security invoker
set search_path = ''
-- Communities differ by four orders of magnitude, and what is best for one is not for another.
set plan_cache_mode = 'force_custom_plan'
as $$
begin
  if query.board = 'top' then
    return query
    select b.user_id, case query.viewer_scope when 'public' then b.public_id else b.user_id end, b.visibility,
      b.xp, null::bigint, b.xp, b.reached_at
    from public.period_board b
    where b.community_id = query.community_id and b.kind = query.kind
      and b.starts_on = query.starts_on and b.time_zone = query.time_zone;
  elsif query.board = 'climbers' then
    return query
    select b.user_id, case query.viewer_scope when 'public' then b.public_id else b.user_id end, b.visibility,
      b.xp, g.gain, g.gain, b.reached_at
    from public.period_board b
    left join (
      -- Where the zone changed, a week may have gone on for some hours by the new one.
      select p.user_id, sum(p.xp)::bigint as xp from public.period_totals p
      where p.community_id = query.community_id and p.kind = query.kind and p.starts_on = query.starts_on - 7
      group by p.user_id
    ) last_week using (user_id)
    cross join lateral (select b.xp - coalesce(last_week.xp, 0) as gain) g
    where b.community_id = query.community_id and b.kind = query.kind
      and b.starts_on = query.starts_on and b.time_zone = query.time_zone
      and g.gain > 0;
  elsif query.kind = 'all' then
    return query
    select b.user_id, case query.viewer_scope when 'public' then b.public_id else b.user_id end, b.visibility,
      b.xp, null::bigint, b.xp, b.reached_at
    from public.board b
    where b.community_id = query.community_id
      and b.joined_at > query.newcomers_at - interval '30 days' and b.joined_at <= query.newcomers_at;
  else
    return query
    select b.user_id, case query.viewer_scope when 'public' then b.public_id else b.user_id end, b.visibility,
      b.xp, null::bigint, b.xp, b.reached_at
    from public.period_board b
    join public.users u on u.community_id = b.community_id and u.id = b.user_id
    where b.community_id = query.community_id and b.kind = query.kind
      and b.starts_on = query.starts_on and b.time_zone = query.time_zone
      and u.joined_at > query.newcomers_at - interval '30 days' and u.joined_at <= query.newcomers_at;
  end if;
end
$$;

comment on function public.window_standings is
  'Everybody on the board of a window, of newcomers or of climbers, shown to this viewer or not, in no order.';
