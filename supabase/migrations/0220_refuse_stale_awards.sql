create function public.refuse_stale_awards(awards public.award[]) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
begin
  if exists (
    select from unnest(awards) a
    left join public.xp_configurations c on c.community_id = a.community_id
    where c.version is distinct from a.config_version
  ) then
    raise exception 'an award was computed with a configuration that is no longer current'
      using errcode = 'W5001', hint = 'Load the configurations again, score again, and retry.';
  end if;
end
$$;

comment on function public.refuse_stale_awards is 'Raises W5001 unless every award carries its community''s current configuration version.';
