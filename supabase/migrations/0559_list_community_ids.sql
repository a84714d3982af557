create function public.list_community_ids(after_id text, page_limit integer) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(c.id order by c.id), '[]')
  from (
    select c.id from public.communities c
    where c.id > list_community_ids.after_id
    order by c.id
    limit page_limit
  ) c
$$;

comment on function public.list_community_ids is 'The ids of the communities after one, in order.';
