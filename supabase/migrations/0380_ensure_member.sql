create function public.ensure_member(community_id text, user_id text) returns boolean
language plpgsql volatile security invoker
set search_path = ''
as $$
begin
  insert into public.users (community_id, id, level)
  select c.community_id, ensure_member.user_id, public.level_of(c, 0, 0)
  from public.xp_configurations c where c.community_id = ensure_member.community_id
  on conflict do nothing;
  perform public.lock_members_of(community_id, array[user_id]);
  return exists (
    select from public.users u where u.community_id = ensure_member.community_id and u.id = ensure_member.user_id);
end
$$;

comment on function public.ensure_member is 'Makes sure of a member''s row and locks it; false for an unknown community.';
