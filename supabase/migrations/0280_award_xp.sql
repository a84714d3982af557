create function public.award_xp(awards jsonb) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
-- Planning anew, for the length of each call's arrays, costs a small call a sixth of its time, and no plan gets better.
-- Holds for every step that is called from here.
set plan_cache_mode = 'force_generic_plan'
as $$
declare
  v_awards public.award[] := public.read_awards(awards);
  v_origins public.origin[] := public.origins_of(v_awards);
  v_changes public.member_change[];
begin
  perform public.refuse_stale_awards(v_awards);
  if cardinality(v_origins) > 0 then
    perform public.lock_origins(v_origins);
  end if;
  perform public.lock_members(v_awards);
  v_awards := public.decide_awards(v_awards);
  v_changes := public.book_awards(v_awards);
  if cardinality(v_origins) > 0 then
    v_changes := public.reverse_awards(v_awards, v_changes);
  end if;
  if cardinality(v_changes) > 0 then
    perform public.hold_communities(v_changes);
    -- Once more: a configuration that was saved since the first look has held the community's row.
    perform public.refuse_stale_awards(v_awards);
    perform public.tell_changes(v_changes);
  end if;

  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'outcome', a.outcome,
      'xpAwarded', case when a.outcome = 'awarded' then a.xp else 0 end,
      'receipt', case when a.outcome <> 'duplicate' then a.receipt end,
      'xp', coalesce(u.xp, 0),
      'level', coalesce(u.level, 0),
      'previousLevel', coalesce(m.previous_level, u.level, 0)
    ) order by a.ord), '[]')
    from unnest(v_awards) a
    left join public.users u on u.community_id = a.community_id and u.id = a.user_id
    left join unnest(v_changes) m on m.community_id = a.community_id and m.user_id = a.user_id
  );
end
$$;

comment on function public.award_xp is
  'Books many awards in one transaction, each natural key at most once; the answers are in the order of the awards. SQLSTATE W5001: configuration is stale.';
