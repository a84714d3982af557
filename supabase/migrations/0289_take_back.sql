create function public.take_back(take_backs jsonb) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_words public.take_backs[];
  v_origins public.origin[];
  v_entries public.entry[];
  v_known bigint[];
begin
  select
    array_agg(row(w."communityId", w.key, w."ofKey", w.share, w.reason, w.at)::public.take_backs order by w.ord),
    array_agg(distinct row(w."communityId", w."ofKey")::public.origin)
  into v_words, v_origins
  from rows from (
    jsonb_to_recordset(take_backs) as (
      "communityId" text, key text, "ofKey" text, share numeric, reason text, at timestamptz)
  ) with ordinality as w ("communityId", key, "ofKey", share, reason, at, ord);

  perform public.lock_origins(v_origins);
  v_known := array(
    select w.ord from unnest(v_words) with ordinality w (community_id, key, of_key, share, reason, changed_at, ord)
    join public.take_backs t on t.community_id = w.community_id and t.key = w.key
    where (t.changed_at, t.share) >= (w.changed_at, w.share)
  );
  -- A word that is known has done what it could, so that a redelivery takes nothing that was earned since.
  v_origins := public.save_take_backs(v_words);
  perform public.lock_members_of_origins(v_origins);
  v_entries := public.plan_reversals(v_origins);
  if cardinality(v_entries) > 0 then
    perform public.announce_changes(public.book_entries(v_entries));
  end if;

  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'outcome', case
        when w.ord = any (v_known) or (t.changed_at, t.share) > (w.changed_at, w.share) then 'stale'
        when e.key_hash is null then 'unknown-yet'
        when r.xp is null then 'nothing-to-take'
        else 'reversed'
      end,
      'change', case
        when w.ord = any (v_known) or (t.changed_at, t.share) > (w.changed_at, w.share) then 0
        else coalesce(r.xp, 0)
      end
    ) order by w.ord), '[]')
    from unnest(v_words) with ordinality w (community_id, key, of_key, share, reason, changed_at, ord)
    join public.take_backs t on t.community_id = w.community_id and t.key = w.key
    left join public.processed_events e
      on e.community_id = w.community_id and e.key_hash = sha256(convert_to(w.of_key, 'UTF8'))
    left join unnest(v_entries) r
      on r.community_id = w.community_id and regexp_replace(r.key, ':[0-9]+$', '') = 'reversal:' || w.of_key
  );
end
$$;

comment on function public.take_back is
  'Takes back (or gives back) what a payment or membership gave, as far as the newest words say; what is not booked yet is remembered until it is. Answers in the order of the words.';
