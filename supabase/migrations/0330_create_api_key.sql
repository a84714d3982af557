-- Of a key only the SHA-256 is kept: who reads this table, or a copy of it, still has no key.

create function public.api_key_entry(api_key public.api_keys) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'communityId', api_key.community_id,
    'keyId', api_key.id,
    'kind', api_key.kind,
    'label', api_key.label,
    'allowedOrigins', to_jsonb(api_key.allowed_origins),
    'createdAt', public.iso_time(api_key.created_at),
    'lastUsedAt', public.iso_time(api_key.last_used_at),
    'revokedAt', public.iso_time(api_key.revoked_at)
  )
$$;

comment on function public.api_key_entry is 'A key as the HTTP contract names its fields, without its hash.';

create function public.create_api_key(key jsonb) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_key public.api_keys;
begin
  insert into public.api_keys (community_id, kind, key_hash, label, allowed_origins)
  select
    c.id, key ->> 'kind', decode(key ->> 'keyHash', 'hex'), key ->> 'label',
    array(
      select o.origin
      from jsonb_array_elements_text(key -> 'allowedOrigins') with ordinality as o (origin, ord)
      order by o.ord)
  from public.communities c
  where c.id = key ->> 'communityId'
  returning * into v_key;
  return case when found then public.api_key_entry(v_key) end;
end
$$;

comment on function public.create_api_key is
  'Keeps a new key by the hash of it (hex of 32 bytes); null for an unknown community.';
