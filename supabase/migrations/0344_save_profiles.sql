create function public.save_profiles(profiles jsonb) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_changes public.member_change[] := public.book_profiles(profiles);
begin
  if cardinality(v_changes) > 0 then
    perform public.announce_profiles(v_changes);
  end if;
  return to_jsonb(cardinality(v_changes));
end
$$;

comment on function public.save_profiles is
  'Writes what Whop says about members and tells viewers where something they see changed; returns for how many it did.';
