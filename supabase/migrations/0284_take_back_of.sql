create function public.take_back_of(
  origin public.origin, facts jsonb, out share numeric, out reason text, out at timestamptz, out untaken bigint
)
language sql stable security invoker
set search_path = ''
as $$
  select
    -- Amounts are added before they are divided: three thirds are the whole.
    least(1,
      coalesce(sum(t.share) filter (where not w.by_amount), 0)
      + coalesce(sum(t.amount) filter (where w.by_amount) / max(p.amount), 0)),
    (array_agg(t.reason order by t.changed_at desc, t.key))[1], max(t.changed_at), max(t.untaken)
  from public.take_backs t
  cross join lateral (
    select (take_back_of.facts ->> 'amount')::numeric as amount, take_back_of.facts ->> 'currency' as currency
  ) p
  cross join lateral (
    select coalesce(
      t.share > 0 and t.amount is not null and p.amount > 0 and coalesce(t.currency = p.currency, true), false
    ) as by_amount
  ) w
  where t.community_id = origin.community_id and t.of_key = origin.key
  having count(*) > 0
$$;

comment on function public.take_back_of is
  'Which part of what an origin gave is to be taken back by now, why and since when by the newest word, and how much of it was not there; nulls where nothing was ever said. facts are those of the origin''s own entry.';

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
