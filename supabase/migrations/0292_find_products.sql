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
