-- A community that never saved has no stored version: its current one is what it began with.

create function public.configuration_versions_of(community_id text) returns setof public.configuration_versions
language sql stable security invoker
set search_path = ''
as $$
  select v.* from public.configuration_versions v where v.community_id = configuration_versions_of.community_id
  union all
  select c.id, x.version, public.configuration_document(c, x), x.updated_at, x.updated_by, null
  from public.communities c
  join public.xp_configurations x on x.community_id = c.id
  where c.id = configuration_versions_of.community_id
    and not exists (
      select from public.configuration_versions v where v.community_id = c.id and v.version = x.version
    )
$$;

comment on function public.configuration_versions_of is 'Every version of a configuration that is known, the current one included.';

create function public.list_configuration_versions(
  community_id text, before_version bigint, page_limit integer
) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'version', v.version,
    'savedAt', public.iso_time(v.saved_at),
    'savedBy', v.saved_by,
    'restoredFrom', v.restored_from,
    'document', v.document
  ) order by v.version desc), '[]')
  from (
    select o.* from public.configuration_versions_of(list_configuration_versions.community_id) o
    where before_version is null or o.version < before_version
    order by o.version desc
    limit page_limit
  ) v
$$;

comment on function public.list_configuration_versions is
  'Saved versions, newest first, from before a version on; of an unknown community none.';

create function public.get_configuration_version(community_id text, version bigint) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select o.document
  from public.configuration_versions_of(get_configuration_version.community_id) o
  where o.version = get_configuration_version.version
$$;

comment on function public.get_configuration_version is 'The document of one version; null where there is no such version.';
