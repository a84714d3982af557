create function public.save_take_backs(words public.take_backs[]) returns public.origin[]
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_origins public.origin[];
begin
  with saved as (
    insert into public.take_backs as t (community_id, key, of_key, share, reason, changed_at)
    select distinct on (w.community_id, w.key) w.community_id, w.key, w.of_key, w.share, w.reason, w.changed_at
    from unnest(words) w
    order by w.community_id, w.key, w.changed_at desc, w.share desc
    on conflict (community_id, key) do update
    set share = excluded.share, reason = excluded.reason, changed_at = excluded.changed_at
    -- Two words of one moment end the same in either order.
    where (t.changed_at, t.share) < (excluded.changed_at, excluded.share)
    returning t.community_id, t.of_key
  )
  select array_agg(distinct row(s.community_id, s.of_key)::public.origin) into v_origins from saved s;
  return coalesce(v_origins, '{}');
end
$$;

comment on function public.save_take_backs is
  'Keeps the newest word of each refund, dispute and deactivation, by Whop''s clock; returns what something new was said of.';
