create function public.lock_members(awards public.award[]) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_locked bigint;
begin
  loop
    -- Asked first, since most calls are of members who exist, and to get ready for writing costs more than to look.
    if exists (
      select from unnest(awards) a
      where not exists (select from public.users u where u.community_id = a.community_id and u.id = a.user_id)
    ) then
      insert into public.users (community_id, id)
      select distinct a.community_id, a.user_id from unnest(awards) a
      where not exists (select from public.users u where u.community_id = a.community_id and u.id = a.user_id)
      -- A replay of what was booked before must not bring an erased member back.
      and not exists (
        select from public.processed_events e
        where e.community_id = a.community_id and e.key_hash = sha256(convert_to(a.key, 'UTF8'))
      )
      order by a.community_id, a.user_id
      on conflict do nothing;
    end if;

    perform from public.users u
    join (select distinct a.community_id, a.user_id from unnest(awards) a) m
      on m.community_id = u.community_id and m.user_id = u.id
    order by u.community_id, u.id
    for no key update of u;
    get diagnostics v_locked = row_count;

    exit when v_locked = (select count(distinct (a.community_id, a.user_id)) from unnest(awards) a);
    -- Who was erased between the two statements begins again, unless all of it was booked before.
    exit when not exists (
      select from unnest(awards) a
      where not exists (select from public.users u where u.community_id = a.community_id and u.id = a.user_id)
        and not exists (
          select from public.processed_events e
          where e.community_id = a.community_id and e.key_hash = sha256(convert_to(a.key, 'UTF8'))
        )
    );
  end loop;
end
$$;

comment on function public.lock_members is
  'Makes sure of the members'' rows and locks them in key order: two calls never wait for each other in a circle, and whoever decides next reads what the other committed.';
