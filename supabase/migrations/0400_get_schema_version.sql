create function public.get_schema_version() returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select to_jsonb('1'::text)
$$;

comment on function public.get_schema_version is 'Answers while the database does; bumped when an older API could no longer use this schema.';
