create function public.rebuild_members(community_id text, after_id text, page_limit integer) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_to text := public.slice_end(community_id, after_id, page_limit);
  v_members bigint;
  v_suspects text[];
  v_found public.mismatch[];
begin
  select count(*) into v_members from public.users u
  where u.community_id = rebuild_members.community_id and u.id > after_id and u.id <= v_to;

  v_suspects := array(
    select distinct m.user_id from public.mismatches(community_id, after_id, v_to) m where m.what <> 'member');
  if cardinality(v_suspects) > 0 then
    perform public.lock_members_of(community_id, v_suspects);
    -- In a statement of its own: what somebody booked while we waited for the lock is in the log and in the total.
    v_found := array(
      select m from public.mismatches(community_id, after_id, v_to) m
      where m.user_id = any (v_suspects) and m.what <> 'member');
    perform public.mend_periods(community_id, v_found);
    perform public.mend_streak_days(community_id, v_found);
    perform public.announce_changes(public.mend_members(community_id, v_found));
  end if;

  return jsonb_build_object(
    'members', v_members,
    'mended', public.counts_of(coalesce(v_found, '{}')),
    'next', case when v_members = page_limit then v_to end);
end
$$;

comment on function public.rebuild_members is
  'Makes one slice of members what the log says: only who differs is locked and written, so awards go on meanwhile. Returns what it mended.';
