create function public.lock_members_of(community_id text, user_ids text[]) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
begin
  perform from public.users u
  where u.community_id = lock_members_of.community_id and u.id = any (user_ids)
  order by u.id
  for no key update of u;
end
$$;

comment on function public.lock_members_of is 'Locks members in the order in which award_xp does; those who do not exist are left out.';

create function public.book_entries(entries public.entry[]) returns public.member_change[]
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_changes public.member_change[];
begin
  insert into public.activity_log
    (community_id, user_id, activity_type, key, xp_awarded, receipt, created_at, period_at)
  select e.community_id, e.user_id, e.activity_type, e.key, e.xp, coalesce(e.receipt, '{}'), e.at, e.period_at
  from unnest(entries) e;

  with booked as (
    update public.users u
    set
      xp = u.xp + s.xp,
      peak_xp = coalesce(s.peak_xp, greatest(u.peak_xp, u.xp + s.most)),
      level = public.level_of(c, u.xp + s.xp, coalesce(s.peak_xp, greatest(u.peak_xp, u.xp + s.most))),
      reached_at = greatest(u.reached_at, s.reached_at)
    from (
      select
        e.community_id, e.user_id, sum(e.xp)::bigint as xp, max(e.running)::bigint as most,
        max(e.at) filter (where e.xp > 0) as reached_at, max(e.peak_xp) as peak_xp
      from (
        -- One after another: what is given and taken at once was there in between, and a peak remembers it.
        select e.*, sum(e.xp) over (partition by e.community_id, e.user_id order by e.ord) as running
        from unnest(entries) with ordinality
          e (community_id, user_id, activity_type, key, xp, receipt, at, period_at, peak_xp, ord)
      ) e
      group by e.community_id, e.user_id
    ) s
    join public.xp_configurations c on c.community_id = s.community_id
    join public.users o on o.community_id = s.community_id and o.id = s.user_id
    where u.community_id = s.community_id and u.id = s.user_id
    returning
      u.community_id, u.id, u.xp, u.level, u.reached_at,
      public.level_of(c, o.xp, o.peak_xp) as previous_level,
      case when u.excluded then 'hidden' else u.visibility end as visibility,
      case when u.pseudonym is null then u.id else u.public_id end as shown_id
  )
  select array_agg(
    row(b.community_id, b.id, b.xp, b.level, b.previous_level, b.reached_at, b.visibility, b.shown_id)::public.member_change
    order by b.community_id, b.id)
  into v_changes from booked b;

  perform public.book_periods(array(select e from unnest(entries) e where e.xp >= 0));
  perform public.take_from_periods(array(select e from unnest(entries) e where e.xp < 0));
  return coalesce(v_changes, '{}');
end
$$;

comment on function public.book_entries is
  'Writes what changes totals without being an award. Call it with the members locked and with amounts that leave no total below 0; announce what it returns.';
