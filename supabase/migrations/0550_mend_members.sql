create function public.mend_members(community_id text, mismatches public.mismatch[]) returns public.member_change[]
language sql volatile security invoker
set search_path = ''
as $$
  with fixes as (
    select f.user_id, jsonb_object_agg(f.what, f.from_log) as fix
    from unnest(mismatches) f
    group by f.user_id
  ),
  mended as (
    update public.users u
    set
      xp = coalesce((f.fix ->> 'total')::bigint, u.xp),
      peak_xp = coalesce((f.fix ->> 'peak')::bigint, u.peak_xp),
      level = coalesce((f.fix ->> 'level')::integer, u.level),
      reached_at = case when f.fix ? 'reachedAt' then (f.fix ->> 'reachedAt')::timestamptz else u.reached_at end
    from fixes f
    join public.users o on o.community_id = mend_members.community_id and o.id = f.user_id
    join public.xp_configurations c on c.community_id = o.community_id
    where u.community_id = o.community_id and u.id = o.id
    returning
      u.*,
      public.level_of(c, o.xp, o.peak_xp) as previous_level,
      public.level_of(c, u.xp, u.peak_xp) as new_level
  )
  select coalesce(array_agg(
    row(
      m.community_id, m.id, m.xp, m.new_level, m.previous_level, coalesce(m.reached_at, m.created_at),
      case when m.excluded then 'hidden' else m.visibility end,
      case when m.pseudonym is null then m.id else m.public_id end
    )::public.member_change
    order by m.id), '{}')
  from mended m
$$;

comment on function public.mend_members is 'Writes the totals that the log says over those that it does not; returns the members concerned, also by their periods.';
