create function public.erase_member(community_id text, user_id text) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
-- PostgREST takes it over for the call: a large community takes longer than Supabase allows otherwise.
set statement_timeout = '60s'
as $$
declare
  v_sources jsonb;
begin
  -- One at a time: two members who reacted to each other would wait for each other's rows.
  perform pg_advisory_xact_lock(hashtextextended('erase:' || erase_member.community_id, 0));
  -- What takes back a payment of theirs holds the payment before it waits for them.
  perform public.lock_origins(array(
    select row(l.community_id, l.key)::public.origin from public.activity_log l
    where l.community_id = erase_member.community_id and l.user_id = erase_member.user_id
      and l.activity_type in ('payment', 'membership')));
  perform public.lock_members_of(erase_member.community_id, array[erase_member.user_id]);
  if not exists (
    select from public.users u where u.community_id = erase_member.community_id and u.id = erase_member.user_id
  ) and not exists (
    -- Whoever only bought something so far.
    select from public.memberships m
    where m.community_id = erase_member.community_id and m.user_id = erase_member.user_id
  ) then
    return null;
  end if;

  select coalesce(jsonb_agg(distinct l.activity_type), '[]') into v_sources
  from public.activity_log l
  where l.community_id = erase_member.community_id and l.user_id = erase_member.user_id;

  perform public.delete_what_is_theirs(erase_member.community_id, erase_member.user_id);
  perform public.forget_elsewhere(erase_member.community_id, erase_member.user_id);

  -- Whoever saves a configuration or a reward holds the community first, so that what follows waits for them here.
  perform from public.communities c where c.id = erase_member.community_id for no key update;
  update public.configuration_versions v set saved_by = null
  where v.community_id = erase_member.community_id and v.saved_by = erase_member.user_id;
  update public.xp_configurations x set updated_by = null
  where x.community_id = erase_member.community_id and x.updated_by = erase_member.user_id;
  delete from public.users u where u.community_id = erase_member.community_id and u.id = erase_member.user_id;
  perform public.tell_community(erase_member.community_id, 'community.changed');
  return jsonb_build_object('sources', v_sources);
end
$$;

comment on function public.erase_member is
  'Deletes a member and every trace of their id, but for the hashes of their keys and where the creator''s rules name them; {sources} says where they had been active. Null for who does not exist.';
