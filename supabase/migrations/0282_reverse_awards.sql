create function public.origins_of(awards public.award[]) returns public.origin[]
language sql immutable security invoker
set search_path = ''
as $$
  select coalesce(array_agg(distinct row(a.community_id, a.key)::public.origin), '{}')
  from unnest(awards) a
  where a.activity_type in ('payment', 'membership') and a.outcome is distinct from 'duplicate'
$$;

comment on function public.origins_of is 'Those of the awards whose XP can be taken back.';

create function public.reverse_awards(
  awards public.award[], changes public.member_change[]
) returns public.member_change[]
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_reversed public.member_change[] := public.book_entries(public.plan_reversals(public.origins_of(awards)));
begin
  return array(
    select
      row(
        m.community_id, m.user_id, coalesce(r.xp, m.xp), coalesce(r.level, m.level), m.previous_level,
        coalesce(r.reached_at, m.reached_at), m.visibility, m.shown_id
      )::public.member_change
    from unnest(changes) m
    left join unnest(v_reversed) r on r.community_id = m.community_id and r.user_id = m.user_id
    order by m.community_id, m.user_id
  );
end
$$;

comment on function public.reverse_awards is
  'Takes back at once what was known to be taken back before the awards came; returns the members'' changes with that in them.';
