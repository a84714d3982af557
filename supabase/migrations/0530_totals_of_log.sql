-- What totals, periods and streak days have to be: counted from the log alone, for a slice of members
-- (after_id < id <= to_id), by the same rules as they are booked.

create function public.peaks_of_log(community_id text, user_ids text[], out user_id text, out peak_xp bigint)
returns setof record
language sql stable security invoker
set search_path = ''
as $$
  with running as (
    select
      l.user_id, l.booking,
      sum(l.xp_awarded) over (partition by l.user_id order by l.booking) as total,
      max(l.booking) filter (where l.activity_type = 'reset' and l.key like 'reset:%') over (partition by l.user_id)
        as last_reset,
      -- Who undoes a reset gives back the peak it took.
      case when l.activity_type = 'reset' and l.key like 'reset-undone:%' then (l.receipt ->> 'peak')::bigint end
        as restored_peak
    from public.activity_log l
    where l.community_id = peaks_of_log.community_id and l.user_id = any (user_ids)
  )
  select r.user_id, max(greatest(r.total, r.restored_peak)) filter (where r.booking > coalesce(r.last_reset, 0))
  from running r
  group by r.user_id
$$;

comment on function public.peaks_of_log is
  'The running maximum of totals since the last reset; null for who has earned nothing since.';

create function public.totals_of_log(
  community_id text, after_id text, to_id text,
  out user_id text, out xp bigint, out peak_xp bigint, out reached_at timestamptz
) returns setof record
language sql stable security invoker
set search_path = ''
as $$
  with sums as materialized (
    select
      l.user_id, sum(l.xp_awarded)::bigint as xp,
      min(l.xp_awarded) < 0 or bool_or(l.activity_type = 'reset') as has_lost,
      -- A reset moves nobody in their order, nor does undoing it; nor does what is taken.
      max(l.created_at) filter (
        where l.refusal is null and l.activity_type <> 'reset'
          and (l.xp_awarded > 0 or l.activity_type not in ('adjustment', 'reversal'))) as reached_at
    from public.activity_log l
    where l.community_id = totals_of_log.community_id
      and l.user_id > totals_of_log.after_id and l.user_id <= totals_of_log.to_id
    group by l.user_id
  )
  select s.user_id, s.xp, case when s.has_lost then greatest(0, p.peak_xp) else s.xp end, s.reached_at
  from sums s
  -- Whoever never lost anything is at their peak.
  left join public.peaks_of_log(
    totals_of_log.community_id, array(select s.user_id from sums s where s.has_lost)) p on p.user_id = s.user_id
$$;

comment on function public.totals_of_log is
  'Sum, peak, and latest time of earning, of the members of a slice who have a log.';
