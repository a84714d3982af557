-- Signs of farming between members. A ring is a group that hangs together by pairs who react to each other.

create type public.id_pair as (one text, other text);

comment on type public.id_pair is 'Two members, or a member and by whose id their group is known.';

create function public.groups_of(pairs public.id_pair[], largest integer) returns public.id_pair[]
language plpgsql immutable security invoker
set search_path = ''
as $$
declare
  v_group public.id_pair[] := array(select distinct row(p.one, p.one)::public.id_pair from unnest(pairs) p);
begin
  -- Everybody is known by the least id in reach, one step further each time: a group of n is done after n - 1 steps.
  for v_step in 1 .. largest - 1 loop
    v_group := array(
      select row(g.one, least(min(g.other), min(n.other)))::public.id_pair
      from unnest(v_group) g
      join unnest(pairs) p on p.one = g.one
      join unnest(v_group) n on n.one = p.other
      group by g.one);
  end loop;
  return v_group;
end
$$;

comment on function public.groups_of is
  'Who hangs together by pairs (given in both directions), as (member, least id); of groups larger than asked for only parts.';
