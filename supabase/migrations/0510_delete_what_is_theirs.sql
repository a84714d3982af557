create function public.delete_what_is_theirs(community_id text, user_id text) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  -- As JSON writes it, quotes included: user_1 is not in "user_12".
  v_named text := to_jsonb(delete_what_is_theirs.user_id)::text;
begin
  -- Refunds of what they paid, before the log that says what that was.
  delete from public.take_backs t
  using public.activity_log l
  where l.community_id = delete_what_is_theirs.community_id and l.user_id = delete_what_is_theirs.user_id
    and t.community_id = l.community_id and t.of_key = l.key;

  delete from public.activity_log l
  where l.community_id = delete_what_is_theirs.community_id and l.user_id = delete_what_is_theirs.user_id;
  delete from public.period_totals p
  where p.community_id = delete_what_is_theirs.community_id and p.user_id = delete_what_is_theirs.user_id;
  delete from public.streak_days s
  where s.community_id = delete_what_is_theirs.community_id and s.user_id = delete_what_is_theirs.user_id;
  delete from public.user_rewards r
  where r.community_id = delete_what_is_theirs.community_id and r.user_id = delete_what_is_theirs.user_id;
  delete from public.memberships m
  where m.community_id = delete_what_is_theirs.community_id and m.user_id = delete_what_is_theirs.user_id;
  delete from public.resets r
  where r.community_id = delete_what_is_theirs.community_id and r.user_id = delete_what_is_theirs.user_id;

  delete from public.flags f
  where f.community_id = delete_what_is_theirs.community_id
    and (delete_what_is_theirs.user_id = any (f.user_ids) or position(v_named in f.evidence::text) > 0);
  delete from public.integrity_checks i
  where i.community_id = delete_what_is_theirs.community_id and position(v_named in i.report::text) > 0;
  delete from public.outbox o
  where o.community_id = delete_what_is_theirs.community_id and position(v_named in o.payload::text) > 0;
  delete from public.quarantined_events q
  where q.community_id = delete_what_is_theirs.community_id and position(v_named in q.payload) > 0;
end
$$;

comment on function public.delete_what_is_theirs is 'Deletes every row about a member but their own, which is held meanwhile.';
