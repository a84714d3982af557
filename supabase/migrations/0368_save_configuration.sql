create function public.save_configuration(change jsonb) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_community_id text := change ->> 'communityId';
  v_current public.xp_configurations;
begin
  -- Awards take this row last: each of them is either committed by now, or finds the new version and is scored again.
  perform from public.communities c where c.id = v_community_id for no key update;
  select x.* into v_current from public.xp_configurations x where x.community_id = v_community_id;
  if not found then
    return jsonb_build_object('outcome', 'unknown-community');
  end if;
  if v_current.version <> (change ->> 'expectedVersion')::bigint then
    return jsonb_build_object(
      'outcome', 'conflict',
      'version', v_current.version,
      'savedAt', public.iso_time(v_current.updated_at),
      'savedBy', v_current.updated_by);
  end if;
  if not public.is_time_zone(change #>> '{document,timeZone}') then
    return jsonb_build_object('outcome', 'unknown-time-zone');
  end if;

  -- What the community began with was never saved by anybody.
  perform public.keep_configuration_version(v_community_id, null);
  perform public.write_configuration(change);
  perform public.keep_configuration_version(v_community_id, (change ->> 'restoredFrom')::bigint);

  perform public.broadcast('community:' || v_community_id, 'community.updated',
    jsonb_build_object('version', (select c.version from public.communities c where c.id = v_community_id)));
  return jsonb_build_object('outcome', 'saved', 'configuration', public.get_configuration(v_community_id));
end
$$;

comment on function public.save_configuration is
  'Saves a whole configuration as the next version, if the version that was edited is still the current one. Outcomes: saved, conflict, unknown-community, unknown-time-zone.';
