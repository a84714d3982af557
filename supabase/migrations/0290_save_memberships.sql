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
    (user_id, product_id, active) = (
      select w.user_id, w.product_id, w.active
      from (
        values
          (m.user_id, m.product_id, m.active, m.changed_at),
          (excluded.user_id, excluded.product_id, excluded.active, excluded.changed_at)
      ) w (user_id, product_id, active, changed_at)
      order by w.changed_at desc, w.active desc
      limit 1
    ),
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
