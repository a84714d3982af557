create function public.save_memberships(memberships jsonb) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_count integer;
begin
  insert into public.memberships as m
    (community_id, id, user_id, product_id, active, activated_at, deactivated_at, changed_at)
  select
    w."communityId", w.id, (array_agg(w."userId" order by w.at desc, w.active desc))[1],
    (array_agg(w."productId" order by w.at desc, w.active desc))[1],
    (array_agg(w.active order by w.at desc, w.active desc))[1],
    max(w.at) filter (where w.active), max(w.at) filter (where not w.active), max(w.at)
  from jsonb_to_recordset(memberships) w (
    "communityId" text, id text, "userId" text, "productId" text, active boolean, at timestamptz)
  group by w."communityId", w.id
  order by w."communityId", w.id
  on conflict (community_id, id) do update
  set
    user_id = case when (m.changed_at, m.active) < (excluded.changed_at, excluded.active) then excluded.user_id else m.user_id end,
    product_id = case when (m.changed_at, m.active) < (excluded.changed_at, excluded.active) then excluded.product_id else m.product_id end,
    active = case when (m.changed_at, m.active) < (excluded.changed_at, excluded.active) then excluded.active else m.active end,
    -- Also an old word says when it was so.
    activated_at = greatest(m.activated_at, excluded.activated_at),
    deactivated_at = greatest(m.deactivated_at, excluded.deactivated_at),
    changed_at = greatest(m.changed_at, excluded.changed_at)
  where (m.changed_at, m.active) < (excluded.changed_at, excluded.active)
    or excluded.activated_at > coalesce(m.activated_at, '-infinity')
    or excluded.deactivated_at > coalesce(m.deactivated_at, '-infinity');
  get diagnostics v_count = row_count;
  return to_jsonb(v_count);
end
$$;

comment on function public.save_memberships is
  'Keeps the newest word of each membership, by Whop''s clock, and when it was last activated and deactivated; returns how many rows it told something new.';

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
