-- Call this last, for the reason that announce_changes gives.

create function public.announce_reload(community_id text) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_version bigint;
begin
  update public.communities c set version = c.version + 1
  where c.id = announce_reload.community_id
  returning c.version into v_version;

  perform public.broadcast('community:' || community_id, 'community.changed', jsonb_build_object('version', v_version));
end
$$;

comment on function public.announce_reload is
  'Bumps the community''s version and says so without a list: whoever shows anything of it loads it again.';
