-- An award and what takes it back may arrive at the same moment. Whoever comes second has to see the first, so both hold
-- the origin's lock, and both take it before they lock members.

create function public.lock_origins(origins public.origin[]) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
begin
  perform pg_advisory_xact_lock(o.lock)
  from (
    select distinct hashtextextended(o.community_id || ' ' || o.key, 0) as lock from unnest(origins) o order by 1
  ) o;
end
$$;

comment on function public.lock_origins is
  'Locks payments and memberships, booked or not, until the transaction ends; always in the same order.';

create function public.lock_members_of_origins(origins public.origin[]) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
begin
  perform from public.users u
  join (
    select distinct e.community_id, e.user_id
    from unnest(origins) o
    join public.processed_events e
      on e.community_id = o.community_id and e.key_hash = sha256(convert_to(o.key, 'UTF8'))
  ) m on m.community_id = u.community_id and m.user_id = u.id
  order by u.community_id, u.id
  for no key update of u;
end
$$;

comment on function public.lock_members_of_origins is
  'Locks the members who got something for these, in the order in which award_xp does.';
