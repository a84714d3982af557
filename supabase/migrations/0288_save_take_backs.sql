create function public.says_more(word public.take_backs, than public.take_backs) returns boolean
language sql immutable security invoker
set search_path = ''
as $$
  select case
    when word.kept_at is not null then word.kept_at > greatest(than.changed_at, than.kept_at)
    -- That a reason is gone holds whatever else was kept since; that there is one must be news.
    when word.share > 0 and word.changed_at <= than.kept_at then false
    -- Two words of one moment end the same in either order.
    else
      (word.changed_at, word.share, coalesce(word.amount, 'infinity'), coalesce(word.currency, ''))
      > (than.changed_at, than.share, coalesce(than.amount, 'infinity'), coalesce(than.currency, ''))
  end
$$;

comment on function public.says_more is
  'Whether a word about a refund, dispute or deactivation adds to what is known of it. Of a word with kept_at members may keep what it speaks of.';

create function public.save_take_backs(words public.take_backs[]) returns public.origin[]
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_origins public.origin[];
begin
  with saved as (
    insert into public.take_backs as t (community_id, key, of_key, share, amount, currency, reason, changed_at)
    select distinct on (w.community_id, w.key)
      w.community_id, w.key, w.of_key, w.share, w.amount, w.currency, w.reason, w.changed_at
    from unnest(words) w
    where w.kept_at is null
    order by w.community_id, w.key, w.changed_at desc, w.share desc, w.amount desc, w.currency desc nulls last
    on conflict (community_id, key) do update
    set
      share = excluded.share, amount = excluded.amount, currency = excluded.currency, reason = excluded.reason,
      changed_at = excluded.changed_at
    where public.says_more(excluded, t)
    returning t.community_id, t.of_key
  )
  select array_agg(distinct row(s.community_id, s.of_key)::public.origin) into v_origins from saved s;

  -- After the others, which say what holds: of what is kept nothing is taken, and nothing that was taken is given back.
  insert into public.take_backs as t (community_id, key, of_key, share, reason, changed_at, kept_at)
  select distinct on (w.community_id, w.key) w.community_id, w.key, w.of_key, 0, w.reason, '-infinity', w.kept_at
  from unnest(words) w
  where w.kept_at is not null
  order by w.community_id, w.key, w.kept_at desc
  on conflict (community_id, key) do update set kept_at = excluded.kept_at
  where public.says_more(excluded, t);

  return coalesce(v_origins, '{}');
end
$$;

comment on function public.save_take_backs is
  'Keeps the newest word of each refund, dispute and deactivation, by Whop''s clock; returns what something new was said of that may take or give back.';
