create function public.plan_reversals(origins public.origin[]) returns public.entry[]
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_plan record;
  v_left bigint;
  v_due bigint;
  v_take bigint;
  v_entries public.entry[] := '{}';
begin
  for v_plan in
    select
      u.community_id, u.id as user_id, u.xp as total, o.key, l.activity_type, l.xp_awarded, l.period_at, t.*, r.*,
      row_number() over (partition by u.community_id, u.id order by o.key) = 1 as is_first
    from unnest(origins) o
    join public.processed_events e
      on e.community_id = o.community_id and e.key_hash = sha256(convert_to(o.key, 'UTF8'))
    join public.users u on u.community_id = e.community_id and u.id = e.user_id
    join public.activity_log l
      on l.community_id = u.community_id and l.user_id = u.id and l.activity_type = split_part(o.key, ':', 1)
      and l.key = o.key and l.refusal is null
    cross join lateral public.take_back_of(o, l.facts) t
    cross join lateral public.reversals_of(o, u.id) r
    where t.share is not null
    order by u.community_id, u.id, o.key
  loop
    v_left := case when v_plan.is_first then v_plan.total else v_left end;
    v_due := round(v_plan.xp_awarded * v_plan.share) - v_plan.taken - v_plan.untaken;
    -- What was not there is not collected later, so it is also the first that need not be given back.
    v_take := case when v_due > 0 then least(v_due, v_left) else least(v_due + v_plan.untaken, 0) end;
    if v_take <> v_due then
      update public.take_backs t set untaken = v_plan.untaken + v_due - v_take
      where t.community_id = v_plan.community_id and t.of_key = v_plan.key;
    end if;
    continue when v_take = 0;
    v_left := v_left - v_take;
    v_entries := v_entries || row(
      v_plan.community_id, v_plan.user_id, 'reversal', format('reversal:%s:%s', v_plan.key, v_plan.entries + 1), -v_take,
      jsonb_build_object('reason', v_plan.reason, 'by', null, 'of', v_plan.activity_type, 'share', v_plan.share),
      v_plan.at, v_plan.period_at, null)::public.entry;
  end loop;
  return v_entries;
end
$$;

comment on function public.plan_reversals is
  'The entries that bring what was taken back of these origins to what is to be; no total gets below 0, and what that leaves untaken is not collected later. Call it with origins and members locked.';
