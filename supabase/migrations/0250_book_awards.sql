create function public.book_awards(awards public.award[]) returns public.member_change[]
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_changes public.member_change[];
begin
  insert into public.activity_log
    (community_id, user_id, activity_type, key, xp_awarded, refusal, receipt, facts, counterpart_id, created_at,
     local_at, period_at)
  select
    a.community_id, a.user_id, a.activity_type, a.key,
    case when a.outcome = 'awarded' then a.xp else 0 end,
    nullif(a.outcome, 'awarded'), coalesce(a.receipt, '{}'), coalesce(a.facts, '{}'), a.counterpart_id, a.at,
    a.local_at, a.at
  from unnest(awards) a
  where a.outcome <> 'duplicate'
  order by a.at, a.key;

  with seen as (
    select
      a.community_id, a.user_id,
      coalesce(sum(a.xp) filter (where a.outcome = 'awarded'), 0)::bigint as xp,
      max(a.at) filter (where a.outcome = 'awarded') as reached_at,
      max(a.at) as last_active,
      least(min(a.joined_at), min(a.at)) as joined_at,
      jsonb_object_agg(a.activity_type, a.bank order by a.at, a.key)
        filter (where a.outcome = 'awarded' and a.bank is not null) as banks,
      max(a.at) filter (where a.username is not null or a.display_name is not null) as named_at,
      (array_agg(a.username order by a.at desc) filter (where a.username is not null))[1] as username,
      (array_agg(a.display_name order by a.at desc) filter (where a.display_name is not null))[1] as display_name
    from unnest(awards) a group by a.community_id, a.user_id
  ),
  booked as (
    update public.users u
    set
      xp = u.xp + s.xp,
      peak_xp = greatest(u.peak_xp, u.xp + s.xp),
      -- As level_of counts it; a call of that function costs more than the rest of the row.
      level = width_bucket(
        case c.demotion when 'keep' then greatest(u.peak_xp, u.xp + s.xp) else u.xp + s.xp end, c.level_thresholds),
      effort_banks = case when s.banks is null then u.effort_banks else u.effort_banks || s.banks end,
      reached_at = greatest(u.reached_at, s.reached_at),
      last_active = greatest(u.last_active, s.last_active),
      joined_at = least(u.joined_at, s.joined_at),
      -- A late event must not bring an old name back; it may fill a gap, but not one that a newer profile left.
      username = case
        when u.profile_fetched_at > s.named_at then u.username
        when u.named_at > s.named_at then coalesce(u.username, s.username)
        else coalesce(s.username, u.username)
      end,
      display_name = case
        when u.profile_fetched_at > s.named_at then u.display_name
        when u.named_at > s.named_at then coalesce(u.display_name, s.display_name)
        else coalesce(s.display_name, u.display_name)
      end,
      named_at = greatest(u.named_at, s.named_at)
    from seen s
    join public.xp_configurations c on c.community_id = s.community_id
    join public.users o on o.community_id = s.community_id and o.id = s.user_id
    where u.community_id = s.community_id and u.id = s.user_id
      -- A call full of redeliveries rewrites no row.
      and (s.reached_at is not null or u.last_active is null or s.last_active > u.last_active
        or s.joined_at < u.joined_at)
    returning
      u.community_id, u.id, u.xp, u.level, u.reached_at,
      width_bucket(case c.demotion when 'keep' then o.peak_xp else o.xp end, c.level_thresholds) as previous_level,
      -- Whom no board shows, no community is told of.
      case when u.excluded then 'hidden' else u.visibility end as visibility,
      case when u.pseudonym is null then u.id else u.public_id end as shown_id,
      s.reached_at is not null as earned
  )
  select array_agg(
    row(b.community_id, b.id, b.xp, b.level, b.previous_level, b.reached_at, b.visibility, b.shown_id)::public.member_change
    order by b.community_id, b.id)
  into v_changes
  from booked b where b.earned;

  perform public.book_periods(array(
    select row(a.community_id, a.user_id, a.activity_type, a.key, a.xp, null, a.at, a.at, null)::public.entry
    from unnest(awards) a where a.outcome = 'awarded'));
  perform public.book_streak_days(awards);
  return coalesce(v_changes, '{}');
end
$$;

comment on function public.book_awards is
  'Writes the log, the totals, peaks, levels and effort banks, the period totals and the streak days of decided awards; returns the members who earned.';
