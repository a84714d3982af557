create function public.get_schema_version() returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select to_jsonb('0990_get_schema_version'::text)
$$;

comment on function public.get_schema_version is
  'The newest migration, for who cannot see which were applied: every later migration replaces this function with its own name.';
