create function public.undo_reset(community_id text, reset_id text, by text, at timestamptz) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
-- PostgREST takes it over for the call: a large community takes longer than Supabase allows otherwise.
set statement_timeout = '60s'
as $$
declare
  v_reset public.resets;
  v_obstacle jsonb;
  v_changes public.member_change[];
begin
  select r.* into v_reset from public.resets r
  -- As text, so that what is no uuid is a reset nobody made rather than an error.
  where r.community_id = undo_reset.community_id and r.id::text = lower(reset_id);
  if not found then
    return null;
  end if;
  perform public.lock_members_of(v_reset.community_id, array(select e.user_id from public.entries_of_reset(v_reset) e));

  -- Once more, and held: it may have been undone, or its member erased, in the meantime.
  select r.* into v_reset from public.resets r
  where r.community_id = v_reset.community_id and r.id = v_reset.id
  for no key update;
  if not found then
    return null;
  end if;
  v_obstacle := public.obstacle_to_undoing(v_reset, undo_reset.at);
  if v_obstacle is not null then
    return v_obstacle;
  end if;

  v_changes := public.book_undone_reset(v_reset, undo_reset.at, undo_reset.by);
  update public.resets r set undone_at = undo_reset.at, undone_by = undo_reset.by
  where r.community_id = v_reset.community_id and r.id = v_reset.id
  returning r.* into v_reset;

  perform public.hold_communities(v_changes);
  -- What came to be given for their level while they were below it.
  perform public.unlock_rewards(v_changes);
  if cardinality(v_changes) > 0 then
    perform public.tell_community(v_reset.community_id, 'community.changed');
  end if;
  return jsonb_build_object('outcome', 'undone', 'reset', public.reset_entry(v_reset));
end
$$;

comment on function public.undo_reset is
  'Undoes a reset once and within 30 days: {outcome, reset}, or the outcome that obstacle_to_undoing gives. Null for an unknown one.';
