create function public.book_reset(reset public.resets, user_ids text[]) returns public.member_change[]
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_configuration public.xp_configurations;
  v_changes public.member_change[];
begin
  select x.* into v_configuration from public.xp_configurations x where x.community_id = reset.community_id;

  insert into public.activity_log (community_id, user_id, activity_type, key, xp_awarded, receipt, created_at)
  select
    u.community_id, u.id, 'reset', format('reset:%s:%s', reset.id, u.id), -u.xp,
    jsonb_build_object('reason', reset.reason, 'by', reset.made_by, 'resetId', reset.id, 'peak', u.peak_xp), reset.made_at
  from public.users u
  where u.community_id = reset.community_id and u.id = any (user_ids) and u.peak_xp > 0
  order by u.id;

  with before as (
    select u.id, public.level_of(v_configuration, u.xp, u.peak_xp) as level
    from public.users u
    where u.community_id = reset.community_id and u.id = any (user_ids) and u.peak_xp > 0
  ),
  booked as (
    -- reached_at stays: undone, members of one total stand in the order in which they reached it.
    update public.users u set xp = 0, peak_xp = 0, level = public.level_of(v_configuration, 0, 0)
    from before b
    where u.community_id = reset.community_id and u.id = b.id
    returning
      u.id, u.level, b.level as previous_level, u.reached_at,
      case when u.excluded then 'hidden' else u.visibility end as visibility,
      case when u.pseudonym is null then u.id else u.public_id end as shown_id
  )
  select array_agg(
    row(reset.community_id, b.id, 0, b.level, b.previous_level, b.reached_at, b.visibility, b.shown_id)::public.member_change
    order by b.id)
  into v_changes from booked b;

  return coalesce(v_changes, '{}');
end
$$;

comment on function public.book_reset is
  'Takes everything these members have, in the log and in their rows. Call it with them locked, in a statement after the one that locked them.';
