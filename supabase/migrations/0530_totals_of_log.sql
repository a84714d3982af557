-- What totals, periods and streak days have to be: counted from the log alone, for a slice of members
-- (after_id < id <= to_id), by the same rules as they are booked.

create function public.totals_of_log(
  community_id text, after_id text, to_id text,
  out user_id text, out xp bigint, out peak_xp bigint, out reached_at timestamptz
) returns setof record
language sql stable security invoker
set search_path = ''
as $$
  with entries as (
    select
      l.*,
      l.activity_type = 'reset' and l.receipt ? 'peak' as resets,
      l.activity_type in ('adjustment', 'reversal', 'reset') as is_no_activity
    from public.activity_log l
    where l.community_id = totals_of_log.community_id
      and l.user_id > totals_of_log.after_id and l.user_id <= totals_of_log.to_id
  ),
  running as (
    select
      e.*,
      sum(e.xp_awarded) over (partition by e.user_id order by e.booking) as total,
      max(e.booking) filter (where e.resets) over (partition by e.user_id) as last_reset,
      -- Who undoes a reset gives back the peak it took.
      case when e.activity_type = 'reset' and not e.resets then (
        select (r.receipt ->> 'peak')::bigint from entries r
        where r.user_id = e.user_id and r.resets and r.booking < e.booking
          and r.receipt ->> 'resetId' is not distinct from e.receipt ->> 'resetId'
        order by r.booking desc limit 1
      ) end as restored
    from entries e
  )
  select
    r.user_id,
    sum(r.xp_awarded)::bigint,
    greatest(0, max(greatest(r.total, r.restored)) filter (where r.booking > coalesce(r.last_reset, 0)))::bigint,
    max(r.created_at) filter (where r.refusal is null and (not r.is_no_activity or r.xp_awarded > 0))
  from running r
  group by r.user_id
$$;

comment on function public.totals_of_log is
  'Sum, running maximum since the last reset, and latest time of earning, of the members of a slice who have a log.';
