create function public.take_back_of(origin public.origin, out share numeric, out reason text, out at timestamptz)
language sql stable security invoker
set search_path = ''
as $$
  select
    least(1, sum(t.share)), (array_agg(t.reason order by t.changed_at desc, t.key))[1], max(t.changed_at)
  from public.take_backs t
  where t.community_id = origin.community_id and t.of_key = origin.key
  having count(*) > 0
$$;

comment on function public.take_back_of is
  'Which part of what an origin gave is to be taken back by now, why and since when by the newest word; nulls where nothing was ever said.';

create function public.reversals_of(origin public.origin, user_id text, out taken bigint, out entries bigint)
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(-sum(l.xp_awarded), 0)::bigint, count(*)
  from public.activity_log l
  where l.community_id = origin.community_id and l.user_id = reversals_of.user_id and l.activity_type = 'reversal'
    and l.refusal is null and regexp_replace(l.key, ':[0-9]+$', '') = 'reversal:' || origin.key
$$;

comment on function public.reversals_of is 'What was taken back of an origin so far, and in how many entries.';

create function public.plan_reversals(origins public.origin[]) returns public.entry[]
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_plan record;
  v_left bigint;
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
    cross join lateral public.take_back_of(o) t
    cross join lateral public.reversals_of(o, u.id) r
    where t.share is not null
    order by u.community_id, u.id, o.key
  loop
    v_left := case when v_plan.is_first then v_plan.total else v_left end;
    v_take := least(round(v_plan.xp_awarded * v_plan.share) - v_plan.taken, v_left);
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
  'The entries that bring what was taken back of these origins to what is to be; no total gets below 0. Call it with origins and members locked.';
