create function public.find_rings(
  community_id text, from_at timestamptz, to_at timestamptz, out user_ids text[], out evidence jsonb
) returns setof record
language plpgsql stable security invoker
set search_path = ''
as $$
declare
  v_pairs public.id_pair[];
  v_group public.id_pair[];
begin
  v_pairs := array(
    with given as (
      select l.user_id as giver, l.counterpart_id as receiver
      from public.activity_log l
      where l.community_id = find_rings.community_id and l.created_at >= from_at and l.created_at < to_at
        and l.activity_type = 'reaction' and l.refusal is null and l.counterpart_id <> l.user_id
      group by 1, 2 having count(*) >= 5
    )
    select row(g.giver, g.receiver)::public.id_pair
    from given g join given r on r.giver = g.receiver and r.receiver = g.giver);
  v_group := public.groups_of(v_pairs, 6);

  return query
  with ring as (
    select g.other as name, array_agg(g.one order by g.one) as members
    from unnest(v_group) g
    group by g.other
    having count(*) between 2 and 6 and not exists (
      -- A part of something larger has a pair that leads out of it.
      select from unnest(v_pairs) p
      where p.one = any (array_agg(g.one)) and p.other <> all (array_agg(g.one)))
  )
  select
    r.members,
    jsonb_build_object(
      'from', public.iso_time(from_at), 'to', public.iso_time(to_at),
      'given', sum(m.given), 'within', sum(m.within), 'share', round(sum(m.within) / sum(m.given), 2),
      'members', jsonb_agg(
        jsonb_build_object('userId', m.user_id, 'given', m.given, 'within', m.within) order by m.user_id))
  from ring r
  cross join lateral (
    select
      l.user_id, count(*) as given, count(*) filter (where l.counterpart_id = any (r.members)) as within
    from public.activity_log l
    where l.community_id = find_rings.community_id and l.created_at >= from_at and l.created_at < to_at
      and l.activity_type = 'reaction' and l.refusal is null and l.user_id = any (r.members)
    group by l.user_id
  ) m
  group by r.name, r.members
  having sum(m.within) >= 0.6 * sum(m.given);
end
$$;

comment on function public.find_rings is
  'Groups of 2 to 6 whose members react to each other, at least 5 times in each direction, with 60 % or more of all their reactions.';
