create function public.revoke_api_key(community_id text, key_id text, at timestamptz) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_key public.api_keys;
begin
  update public.api_keys k set revoked_at = coalesce(k.revoked_at, revoke_api_key.at)
  -- As text, so that what is no uuid is a key nobody has rather than an error.
  where k.community_id = revoke_api_key.community_id and k.id::text = lower(key_id)
  returning k.* into v_key;
  return case when found then public.api_key_entry(v_key) end;
end
$$;

comment on function public.revoke_api_key is
  'Ends a key for good; null for one that this community does not have. Revoking twice keeps the first time.';
