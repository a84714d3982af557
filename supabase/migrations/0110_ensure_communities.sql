-- Communities come into being with their first verified event; the caller brings the defaults, so no formula lives here.

create function public.ensure_communities(community_ids jsonb, defaults jsonb) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_ids text[] := array(select distinct jsonb_array_elements_text(community_ids) order by 1);
begin
  if exists (
    select from unnest(v_ids) i
    where not exists (select from public.xp_configurations c where c.community_id = i)
  ) then
    insert into public.communities (id, visibility)
    select i, defaults ->> 'visibility' from unnest(v_ids) i order by i
    on conflict do nothing;

    insert into public.xp_configurations (community_id, level_thresholds)
    select i, array(select jsonb_array_elements_text(defaults -> 'levelThresholds')::bigint)
    from unnest(v_ids) i order by i
    on conflict do nothing;
  end if;

  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'communityId', c.community_id,
      'version', c.version,
      'chatXp', c.chat_xp,
      'replyXp', c.reply_xp,
      'reactionXp', c.reaction_xp,
      'cooldownSeconds', c.cooldown_seconds,
      'rules', c.rules
    ) order by c.community_id), '[]')
    from public.xp_configurations c
    where c.community_id = any (v_ids)
  );
end
$$;

comment on function public.ensure_communities is
  'Returns the configurations of these communities, creating those that do not exist with the given defaults.';
