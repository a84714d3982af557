create function public.ensure_member(community_id text, user_id text) returns boolean
language plpgsql volatile security invoker
set search_path = ''
as $$
begin
  loop
    insert into public.users (community_id, id, level)
    select c.community_id, ensure_member.user_id, public.level_of(c, 0, 0)
    from public.xp_configurations c where c.community_id = ensure_member.community_id
    on conflict do nothing;

    perform from public.users u
    where u.community_id = ensure_member.community_id and u.id = ensure_member.user_id
    for no key update of u;
    if found then
      return true;
    end if;
    -- Who was erased between the two statements begins again.
    if not exists (
      select from public.xp_configurations c where c.community_id = ensure_member.community_id
    ) then
      return false;
    end if;
  end loop;
end
$$;

comment on function public.ensure_member is 'Makes sure of a member''s row and locks it; false for an unknown community.';
