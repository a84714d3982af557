-- Call this after whatever locks members, for the reason that announce_changes gives.

create function public.tell_community(community_id text, event text, payload jsonb default '{}') returns bigint
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_version bigint;
begin
  update public.communities c set version = c.version + 1 where c.id = tell_community.community_id
  returning c.version into v_version;
  perform public.broadcast(
    'community:' || community_id, event, payload || jsonb_build_object('version', v_version));
  return v_version;
end
$$;

comment on function public.tell_community is
  'Bumps a community''s version, says so to everybody who watches it, and returns it. community.changed without a list has them load again; with an empty one there is nothing for them to see.';
