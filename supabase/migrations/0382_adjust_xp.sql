create function public.adjust_xp(community_id text, user_id text, adjustment jsonb, at timestamptz) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_key text := 'adjustment:' || coalesce(adjustment ->> 'idempotencyKey', gen_random_uuid()::text);
  v_hash bytea := sha256(convert_to(v_key, 'UTF8'));
  v_xp bigint;
  v_change bigint;
  v_most bigint;
  v_changes public.member_change[] := '{}';
begin
  -- A repeat must not bring an erased member back.
  if not exists (
    select from public.processed_events e where e.community_id = adjust_xp.community_id and e.key_hash = v_hash
  ) then
    if not public.ensure_member(community_id, user_id) then
      return null;
    end if;
    select u.xp into v_xp from public.users u where u.community_id = adjust_xp.community_id and u.id = user_id;
    v_change := coalesce((adjustment ->> 'set')::bigint - v_xp, greatest((adjustment ->> 'amount')::bigint, -v_xp));
    v_most := 9007199254740991 - v_xp;

    insert into public.processed_events (community_id, key_hash, user_id)
    select adjust_xp.community_id, v_hash, adjust_xp.user_id where v_change <= v_most
    on conflict do nothing;
    if found then
      v_changes := public.book_entries(array[row(
        community_id, user_id, 'adjustment', v_key, v_change,
        jsonb_build_object('reason', adjustment ->> 'reason', 'by', adjustment ->> 'by'), at, null, null
      )::public.entry]);
      if v_change <> 0 then
        perform public.announce_changes(v_changes);
      end if;
    elsif not exists (
      select from public.processed_events e where e.community_id = adjust_xp.community_id and e.key_hash = v_hash
    ) then
      return jsonb_build_object('outcome', 'too-much', 'most', v_most);
    end if;
  end if;

  return (
    select jsonb_build_object(
      'outcome', case when cardinality(v_changes) > 0 then 'accepted' else 'duplicate' end,
      'change', case when cardinality(v_changes) > 0 then v_change else 0 end,
      'xp', m.xp, 'level', m.level, 'previousLevel', coalesce(v_changes[1].previous_level, m.level),
      'version', c.version)
    from public.communities c
    join public.xp_configurations x on x.community_id = c.id
    left join public.users u on u.community_id = c.id and u.id = adjust_xp.user_id
    cross join lateral (
      select coalesce(u.xp, 0) as xp, public.level_of(x, coalesce(u.xp, 0), coalesce(u.peak_xp, 0)) as level
    ) m
    where c.id = adjust_xp.community_id
  );
end
$$;

comment on function public.adjust_xp is
  'Gives, takes or sets a member''s XP, each idempotency key once; who does not exist comes into being. Outcomes: accepted, duplicate (with where the member stands), too-much (with the most that can be given). Null for an unknown community.';
