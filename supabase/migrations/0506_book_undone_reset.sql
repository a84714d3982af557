create function public.book_undone_reset(reset public.resets, at timestamptz, by text) returns public.member_change[]
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_configuration public.xp_configurations;
  v_changes public.member_change[];
begin
  select x.* into v_configuration from public.xp_configurations x where x.community_id = reset.community_id;

  with taken as (
    select l.user_id, -l.xp_awarded as xp, (l.receipt ->> 'peak')::bigint as peak_xp
    from public.entries_of_reset(reset) l
  ),
  given as (
    insert into public.activity_log (community_id, user_id, activity_type, key, xp_awarded, receipt, created_at)
    select
      reset.community_id, t.user_id, 'reset', format('reset-undone:%s:%s', reset.id, t.user_id), t.xp,
      jsonb_build_object(
        'reason', reset.reason, 'by', book_undone_reset.by, 'resetId', reset.id, 'peak', t.peak_xp),
      book_undone_reset.at
    from taken t
    order by t.user_id
  ),
  totals as (
    select
      u.id, u.xp + t.xp as xp, greatest(u.peak_xp, t.peak_xp, u.xp + t.xp) as peak_xp,
      public.level_of(v_configuration, u.xp, u.peak_xp) as previous_level
    from public.users u join taken t on t.user_id = u.id
    where u.community_id = reset.community_id
  ),
  booked as (
    update public.users u
    set xp = t.xp, peak_xp = t.peak_xp, level = public.level_of(v_configuration, t.xp, t.peak_xp)
    from totals t
    where u.community_id = reset.community_id and u.id = t.id
    returning u.id, u.xp, u.level, t.previous_level, u.visibility, u.id as shown_id
  )
  select array_agg(
    row(reset.community_id, b.id, b.xp, b.level, b.previous_level, book_undone_reset.at, b.visibility, b.shown_id)
      ::public.member_change order by b.id)
  into v_changes from booked b;

  return coalesce(v_changes, '{}');
end
$$;

comment on function public.book_undone_reset is
  'Gives back what a reset took, and peaks with it. Call it with the members locked, in a statement after the one that locked them.';
