create function public.lock_members_with_a_past(community_id text) returns text[]
language sql volatile security invoker
set search_path = ''
as $$
  select coalesce(array_agg(m.id), '{}')
  from (
    select u.id from public.users u
    where u.community_id = lock_members_with_a_past.community_id and u.peak_xp > 0
    order by u.id
    for no key update of u
  ) m
$$;

comment on function public.lock_members_with_a_past is
  'Locks, in the order in which award_xp does, everybody who had XP since the last reset; says who they are.';

create function public.make_reset(reset jsonb) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
-- PostgREST takes it over for the call: a large community takes longer than Supabase allows otherwise.
set statement_timeout = '60s'
as $$
declare
  v_reset public.resets := row(
    reset ->> 'communityId', reset ->> 'resetId', reset ->> 'userId', reset ->> 'reason', reset ->> 'by',
    reset ->> 'at', 0, 0, null, null)::public.resets;
  v_ids text[] := array[v_reset.user_id];
  v_changes public.member_change[];
begin
  if v_reset.user_id is null then
    v_ids := public.lock_members_with_a_past(v_reset.community_id);
  else
    perform public.lock_members_of(v_reset.community_id, v_ids);
    if not exists (
      select from public.users u where u.community_id = v_reset.community_id and u.id = v_reset.user_id
    ) then
      return null;
    end if;
  end if;

  select count(*) filter (where u.xp > 0), coalesce(sum(u.xp), 0) into v_reset.members, v_reset.xp
  from public.users u where u.community_id = v_reset.community_id and u.id = any (v_ids);

  insert into public.resets select v_reset.* on conflict do nothing;
  -- A call that is sent again because its answer was lost finds what it did.
  if not found then
    return (
      select public.reset_entry(r) from public.resets r
      where r.community_id = v_reset.community_id and r.id = v_reset.id
    );
  end if;

  v_changes := public.book_reset(v_reset, v_ids);
  if v_reset.user_id is not null then
    perform public.announce_changes(v_changes);
  elsif cardinality(v_changes) > 0 then
    perform public.tell_community(v_reset.community_id, 'community.changed');
  end if;
  return public.reset_entry(v_reset);
end
$$;

comment on function public.make_reset is
  'Puts everybody''s total to 0, or one member''s; null for a member who does not exist. The same resetId resets once.';
