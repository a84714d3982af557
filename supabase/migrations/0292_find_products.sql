create function public.find_products(members jsonb, at timestamptz) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(f.found order by f.community_id, f.user_id), '[]')
  from (
    select
      m.community_id, m.user_id,
      jsonb_build_object(
        'communityId', m.community_id, 'userId', m.user_id,
        'productIds', jsonb_agg(distinct m.product_id)) as found
    from public.memberships m
    where (m.community_id, m.user_id) in (
        select a."communityId", a."userId" from jsonb_to_recordset(members) a ("communityId" text, "userId" text)
      )
      and m.product_id is not null
      and (m.activated_at is null or m.activated_at <= find_products.at)
      and (m.active or m.deactivated_at > find_products.at)
    group by m.community_id, m.user_id
  ) f
$$;

comment on function public.find_products is
  'Which products members held at a time, as far as the newest words tell; members who held none are left out.';

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
