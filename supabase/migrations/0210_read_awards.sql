create function public.read_awards(awards jsonb) returns public.award[]
language plpgsql stable security invoker
set search_path = ''
as $$
declare
  v_awards public.award[];
begin
  select array_agg(
    row(
      r.ord, r."communityId", r."userId", r.type, r.key, r.at, r.xp, r."configVersion", r.receipt,
      r.username, r."displayName", make_interval(secs => c.cooldown_seconds), null
    )::public.award order by r.ord)
  into v_awards
  from rows from (
    jsonb_to_recordset(awards) as (
      "communityId" text, "userId" text, type text, key text, at timestamptz, xp bigint,
      "configVersion" bigint, receipt jsonb, username text, "displayName" text
    )
  ) with ordinality as r (
    "communityId", "userId", type, key, at, xp, "configVersion", receipt, username, "displayName", ord
  )
  left join public.xp_configurations c on c.community_id = r."communityId";

  return coalesce(v_awards, '{}');
end
$$;

comment on function public.read_awards is 'Reads the call''s JSON once; the cooldown comes from the configuration, not from the caller.';
