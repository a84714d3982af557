create function public.find_api_key(key_hash text) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select public.api_key_entry(k) from public.api_keys k
  where k.key_hash = decode(find_api_key.key_hash, 'hex') and k.revoked_at is null
$$;

comment on function public.find_api_key is 'The key with this SHA-256 (in hex) unless it was revoked; null for none.';

create function public.list_api_keys(community_id text) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(public.api_key_entry(k) order by k.created_at desc, k.id), '[]')
  from public.api_keys k
  where k.community_id = list_api_keys.community_id
$$;

comment on function public.list_api_keys is 'The community''s keys, newest first, revoked ones included.';
