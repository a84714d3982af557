create type public.mismatch as (user_id text, what text, stored jsonb, from_log jsonb);

comment on type public.mismatch is
  'Something stored that is not what the log says: total, peak, level, reachedAt, period, streakDay, or member (a log without one).';

create function public.total_mismatches(community_id text, after_id text, to_id text) returns setof public.mismatch
language sql stable security invoker
set search_path = ''
as $$
  select m.id, v.what, v.stored, v.from_log
  from (
    select
      coalesce(u.id, l.user_id) as id, u.id is null as is_missing,
      u.xp, u.peak_xp, u.level, u.reached_at,
      coalesce(l.xp, 0) as log_xp, coalesce(l.peak_xp, 0) as log_peak, l.reached_at as log_reached_at,
      -- After a changed curve levels are recomputed in slices; what is not done yet is not wrong.
      case when x.levels_done_to is null or u.id <= x.levels_done_to
        then public.level_of(x, coalesce(l.xp, 0), coalesce(l.peak_xp, 0))
        else u.level
      end as log_level
    from (
      select * from public.users u
      where u.community_id = total_mismatches.community_id
        and u.id > total_mismatches.after_id and u.id <= total_mismatches.to_id
    ) u
    full join public.totals_of_log(
      total_mismatches.community_id, total_mismatches.after_id, total_mismatches.to_id) l
      on l.user_id = u.id
    cross join public.xp_configurations x
    where x.community_id = total_mismatches.community_id
  ) m
  cross join lateral (
    select 'member', null::jsonb, jsonb_build_object('xp', m.log_xp) where m.is_missing
    union all
    select 'total', to_jsonb(m.xp), to_jsonb(m.log_xp) where m.xp <> m.log_xp
    union all
    select 'peak', to_jsonb(m.peak_xp), to_jsonb(m.log_peak) where m.peak_xp <> m.log_peak
    union all
    select 'level', to_jsonb(m.level), to_jsonb(m.log_level) where m.level <> m.log_level
    union all
    select 'reachedAt', to_jsonb(public.exact_iso_time(m.reached_at)), to_jsonb(public.exact_iso_time(m.log_reached_at))
    where not m.is_missing and m.reached_at is distinct from m.log_reached_at
  ) v (what, stored, from_log)
  where m.is_missing or m.xp <> m.log_xp or m.peak_xp <> m.log_peak or m.level <> m.log_level
    or m.reached_at is distinct from m.log_reached_at
$$;

comment on function public.total_mismatches is 'Totals, peaks, levels and times of earning of a slice of members that are not what their log says.';
