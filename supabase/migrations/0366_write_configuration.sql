create function public.keep_configuration_version(community_id text, restored_from bigint) returns void
language sql volatile security invoker
set search_path = ''
as $$
  insert into public.configuration_versions (community_id, version, document, saved_at, saved_by, restored_from)
  select
    c.id, x.version, public.configuration_document(c, x), x.updated_at, x.updated_by,
    keep_configuration_version.restored_from
  from public.communities c
  join public.xp_configurations x on x.community_id = c.id
  where c.id = keep_configuration_version.community_id
  on conflict do nothing
$$;

comment on function public.keep_configuration_version is 'Stores the current configuration as a version, unless it is stored already.';

create function public.write_configuration(change jsonb) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_community_id text := change ->> 'communityId';
  v_document jsonb := change -> 'document';
  v_thresholds bigint[] := array(
    select t.xp::bigint from jsonb_array_elements_text(change -> 'levelThresholds') with ordinality t (xp, level)
    order by t.level
  );
  v_at timestamptz := (change ->> 'at')::timestamptz;
begin
  update public.xp_configurations x
  set
    chat_xp = (v_document ->> 'chatXp')::integer,
    reply_xp = (v_document ->> 'replyXp')::integer,
    reaction_xp = (v_document ->> 'reactionXp')::integer,
    cooldown_seconds = (v_document ->> 'cooldownSeconds')::integer,
    rules = v_document -> 'rules',
    curve = v_document -> 'curve',
    level_thresholds = v_thresholds,
    levels = v_document -> 'levels',
    demotion = v_document ->> 'demotion',
    levels_done_to = case
      when x.level_thresholds = v_thresholds and x.demotion = v_document ->> 'demotion' then x.levels_done_to
      else ''
    end,
    version = x.version + 1,
    updated_at = v_at,
    updated_by = change ->> 'savedBy'
  where x.community_id = v_community_id;

  if exists (
    select from public.communities c where c.id = v_community_id and c.time_zone <> v_document ->> 'timeZone'
  ) then
    perform public.change_time_zone(v_community_id, v_document ->> 'timeZone', v_at);
  end if;

  update public.communities c
  set
    name = v_document ->> 'name',
    visibility = v_document ->> 'visibility',
    theme = v_document -> 'theme',
    version = c.version + 1
  where c.id = v_community_id;
end
$$;

comment on function public.write_configuration is
  'Writes a whole document where it is read from. Levels are recomputed by recompute_levels afterwards, where it takes that.';
