-- Call this last: it takes the community's row, which orders versions like commits and lets configuration and reward
-- changes (which take the same row first) fall cleanly before or after this transaction.

create function public.hold_communities(changes public.member_change[]) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
begin
  perform from public.communities c
  where c.id in (select m.community_id from unnest(changes) m)
  order by c.id
  for no key update;
end
$$;

comment on function public.hold_communities is 'Locks the communities of changed members, in id order: the last rows a transaction locks.';

create function public.announce_changes(changes public.member_change[]) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
begin
  perform public.hold_communities(changes);
  perform public.tell_changes(changes);
end
$$;

comment on function public.announce_changes is 'Holds the communities of changed members and tells them.';
