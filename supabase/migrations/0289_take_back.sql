create function public.take_back(take_backs jsonb) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_words public.take_backs[];
  v_origins public.origin[];
  v_entries public.entry[];
  v_known integer[];
begin
  select
    array_agg(row(
      w."communityId", w.key, w."ofKey", w.share, w.amount, w.currency, w.reason, w.at,
      case when w.kept then w.at end, 0)::public.take_backs order by w.ord),
    array_agg(distinct row(w."communityId", w."ofKey")::public.origin)
  into v_words, v_origins
  from rows from (
    jsonb_to_recordset(take_backs) as (
      "communityId" text, key text, "ofKey" text, share numeric, amount numeric, currency text, reason text,
      at timestamptz, kept boolean)
  ) with ordinality as w ("communityId", key, "ofKey", share, amount, currency, reason, at, kept, ord);

  perform public.lock_origins(v_origins);
  v_known := array(
    select o.ord from generate_subscripts(v_words, 1) o (ord)
    join public.take_backs t on t.community_id = (v_words[o.ord]).community_id and t.key = (v_words[o.ord]).key
    where not public.says_more(v_words[o.ord], t)
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
        when w.is_stale then 'stale'
        when w.is_kept then 'kept'
        when e.key_hash is null then 'unknown-yet'
        when r.xp is null then 'nothing-to-take'
        else 'reversed'
      end,
      'change', case when w.is_stale or w.is_kept then 0 else coalesce(r.xp, 0) end
    ) order by w.ord), '[]')
    from (
      select
        o.ord, t.community_id, t.of_key, (v_words[o.ord]).kept_at is not null as is_kept,
        -- Known before, or beaten by another word of this call.
        o.ord = any (v_known) or case
          when (v_words[o.ord]).kept_at is not null then t.kept_at > (v_words[o.ord]).kept_at
          else (t.changed_at, t.share, t.amount, t.currency) is distinct from (
            (v_words[o.ord]).changed_at, (v_words[o.ord]).share, (v_words[o.ord]).amount, (v_words[o.ord]).currency)
        end as is_stale
      from generate_subscripts(v_words, 1) o (ord)
      join public.take_backs t on t.community_id = (v_words[o.ord]).community_id and t.key = (v_words[o.ord]).key
    ) w
    left join public.processed_events e
      on e.community_id = w.community_id and e.key_hash = sha256(convert_to(w.of_key, 'UTF8'))
    left join unnest(v_entries) r
      on r.community_id = w.community_id and regexp_replace(r.key, ':[0-9]+$', '') = 'reversal:' || w.of_key
  );
end
$$;

comment on function public.take_back is
  'Takes back (or gives back) what a payment or membership gave, as far as the newest words say; what is not booked yet is remembered until it is. Of a word that is kept nothing is taken, then or later. Answers in the order of the words.';
