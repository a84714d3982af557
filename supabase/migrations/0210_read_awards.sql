create function public.read_awards(awards jsonb) returns public.award[]
language plpgsql stable security invoker
set search_path = ''
as $$
declare
  v_awards public.award[];
begin
  with read as materialized (
    select r.*
    from rows from (
      jsonb_to_recordset(awards) as (
        "communityId" text, "userId" text, type text, key text, at timestamptz, xp bigint, "configVersion" bigint,
        receipt jsonb, facts jsonb, refusal text, "counterpartId" text, "replyToKey" text, "newcomerXp" bigint,
        "newcomerDays" integer, username text, "displayName" text, "joinedAt" timestamptz
      )
    ) with ordinality as r (
      "communityId", "userId", type, key, at, xp, "configVersion", receipt, facts, refusal, "counterpartId",
      "replyToKey", "newcomerXp", "newcomerDays", username, "displayName", "joinedAt", ord
    )
  ),
  -- Once per source: rules may be a large document.
  sources as materialized (
    select c.community_id, t.type, public.limits_of(c, t.type) as limits
    from (select distinct r."communityId", r.type from read r) t
    join public.xp_configurations c on c.community_id = t."communityId"
  )
  select array_agg(
    row(
      r.ord, r."communityId", r."userId", r.type, r.key, r.at, r.xp, r."configVersion", r.receipt, r.facts, r.refusal,
      r."counterpartId", r."replyToKey", r."newcomerXp", r."newcomerDays", r.username, r."displayName", r."joinedAt",
      s.limits, null, null, null, null
    )::public.award order by r.ord)
  into v_awards
  from read r
  left join sources s on s.community_id = r."communityId" and s.type = r.type;

  return coalesce(v_awards, '{}');
end
$$;

comment on function public.read_awards is 'Reads the call''s JSON once; what bounds a source comes from the configuration, not from the caller.';
