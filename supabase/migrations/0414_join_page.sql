create function public.join_page(above public.standing[], below public.standing[], page_limit integer) returns public.standing[]
language plpgsql immutable security invoker
set search_path = ''
as $$
declare
  -- Half the page stands above the member; near either end the other side fills it.
  v_above integer := least(cardinality(above), greatest((page_limit - 1) / 2, page_limit - cardinality(below)));
begin
  return array(select above[i] from generate_series(v_above, 1, -1) i) || below[1:page_limit + 1 - v_above];
end
$$;

comment on function public.join_page is
  'A page, and one member more where more follow: of those below, who begin with the member in the middle, and of those above, the nearest first.';
