create function public.exclude_member(community_id text, user_id text, excluded boolean) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
begin
  update public.users u set excluded = exclude_member.excluded
  where u.community_id = exclude_member.community_id and u.id = exclude_member.user_id
    and u.excluded <> exclude_member.excluded;
  if found then
    -- No list: it could not say of anybody that they are gone.
    perform public.tell_community(community_id, 'community.changed');
  end if;
  return public.list_members(community_id, '{"limit": 1}'::jsonb || jsonb_build_object('userId', user_id))
    #> '{members,0}';
end
$$;

comment on function public.exclude_member is
  'Takes a member off every board, or puts them back; returns them as the creator sees them, null for one who does not exist.';
