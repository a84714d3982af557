-- Call this last, for the reason that announce_changes gives.

create function public.announce_profiles(changes public.member_change[]) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_event record;
begin
  perform from public.communities c
  where c.id in (select m.community_id from unnest(changes) m)
  order by c.id
  for no key update;

  update public.communities c set version = c.version + 1
  where c.id in (select m.community_id from unnest(changes) m);

  for v_event in
    -- No list: names are in the snapshot. Of members whom nobody sees there is nothing to load.
    select 'community:' || c.id as topic, 'community.changed' as event,
      jsonb_build_object('version', c.version)
        || case when bool_and(m.visibility = 'hidden') then '{"changed": []}' else '{}' end::jsonb as payload
    from unnest(changes) m join public.communities c on c.id = m.community_id
    group by c.id
    union all
    select format('member:%s:%s', c.id, m.user_id), 'member.changed',
      jsonb_build_object('userId', m.user_id, 'xp', m.xp, 'level', m.level, 'version', c.version)
    from unnest(changes) m join public.communities c on c.id = m.community_id
    where m.visibility = 'hidden'
    order by topic
  loop
    perform public.broadcast(v_event.topic, v_event.event, v_event.payload);
  end loop;
end
$$;

comment on function public.announce_profiles is
  'Bumps the communities'' versions and says once to each that its members look different; to a hidden member on their own.';
