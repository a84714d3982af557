create function public.find_products(members jsonb) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(
    array(
      select distinct m.product_id from public.memberships m
      where m.community_id = a."communityId" and m.user_id = a."userId" and m.product_id is not null
        and (m.activated_at is null or m.activated_at <= a.at)
        and (m.active or m.deactivated_at > a.at)
      order by 1
    ) order by a.ord), '[]')
  from rows from (
    jsonb_to_recordset(members) as ("communityId" text, "userId" text, at timestamptz)
  ) with ordinality as a ("communityId", "userId", at, ord)
$$;

comment on function public.find_products is
  'Which products each of these members held at a time of their own, as far as the newest words tell; in the order of the members.';

create function public.list_memberships(community_id text, after_id text, page_limit integer) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', m.id, 'userId', m.user_id, 'productId', m.product_id, 'active', m.active,
    'activatedAt', public.iso_time(m.activated_at), 'deactivatedAt', public.iso_time(m.deactivated_at)
  ) order by m.id), '[]')
  from (
    select * from public.memberships m
    where m.community_id = list_memberships.community_id and (after_id is null or m.id > after_id)
    order by m.id
    limit page_limit
  ) m
$$;

comment on function public.list_memberships is 'A community''s memberships by id, a page at a time.';
