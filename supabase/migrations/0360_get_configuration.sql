create function public.configuration_document(
  community public.communities, configuration public.xp_configurations
) returns jsonb
language sql immutable security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'name', community.name,
    'visibility', community.visibility,
    'timeZone', community.time_zone,
    'theme', community.theme,
    'chatXp', configuration.chat_xp,
    'replyXp', configuration.reply_xp,
    'reactionXp', configuration.reaction_xp,
    'cooldownSeconds', configuration.cooldown_seconds,
    'curve', configuration.curve,
    'topLevel', cardinality(configuration.level_thresholds),
    'levels', configuration.levels,
    'demotion', configuration.demotion,
    'rules', configuration.rules
  )
$$;

comment on function public.configuration_document is
  'All that a creator decides about a community, as one document (configDocumentSchema); rules may lack what has a default.';

create function public.get_configuration(community_id text) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'communityId', c.id,
    'version', x.version,
    'savedAt', public.iso_time(x.updated_at),
    'savedBy', x.updated_by,
    'document', public.configuration_document(c, x),
    'levelsPending', x.levels_done_to is not null,
    'integrity', (
      select jsonb_build_object(
        'checkedAt', public.iso_time(i.checked_at),
        'ok', i.ok,
        'members', i.members,
        'mismatches', coalesce(i.report -> 'mismatches', '[]')
      )
      from public.integrity_checks i
      where i.community_id = c.id
      order by i.checked_at desc
      limit 1
    )
  )
  from public.communities c
  join public.xp_configurations x on x.community_id = c.id
  where c.id = get_configuration.community_id
$$;

comment on function public.get_configuration is
  'A community''s configuration with its version, and what the last check of the totals found; null for an unknown community.';
