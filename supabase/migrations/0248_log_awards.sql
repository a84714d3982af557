create function public.log_awards(awards public.award[]) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
begin
  insert into public.activity_log
    (community_id, user_id, activity_type, key, xp_awarded, refusal, receipt, facts, counterpart_id, created_at,
     local_at, period_at)
  select
    a.community_id, a.user_id, a.activity_type, a.key,
    case when a.outcome = 'awarded' then a.xp else 0 end,
    nullif(a.outcome, 'awarded'), coalesce(a.receipt, '{}'), coalesce(a.facts, '{}'), a.counterpart_id, a.at,
    a.local_at, a.at
  from unnest(awards) a
  where a.outcome <> 'duplicate'
  order by a.at, a.key;
end
$$;

comment on function public.log_awards is 'Writes the log of decided awards, refused ones with 0 XP; duplicates are in it already.';
