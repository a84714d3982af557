create function public.forget_elsewhere(community_id text, user_id text) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_part text := ':' || forget_elsewhere.user_id || ':';
begin
  -- The keys stay: a replay of what they did must not bring them back.
  update public.processed_events e set user_id = null
  where e.community_id = forget_elsewhere.community_id and e.user_id = forget_elsewhere.user_id;

  update public.activity_log l
  set
    counterpart_id = nullif(l.counterpart_id, forget_elsewhere.user_id),
    -- The hash is the one that processed_events knows the key by.
    key = case
      when position(v_part in ':' || l.key || ':') > 0
        then 'erased:' || encode(sha256(convert_to(l.key, 'UTF8')), 'hex')
      else l.key
    end,
    receipt = case
      when l.receipt ->> 'by' = forget_elsewhere.user_id then l.receipt || '{"by": null}'
      else l.receipt
    end
  where l.community_id = forget_elsewhere.community_id
    and (
      l.counterpart_id = forget_elsewhere.user_id
      or position(v_part in ':' || l.key || ':') > 0
      or l.receipt ->> 'by' = forget_elsewhere.user_id
    );

  update public.resets r
  set
    made_by = nullif(r.made_by, forget_elsewhere.user_id),
    undone_by = nullif(r.undone_by, forget_elsewhere.user_id)
  where r.community_id = forget_elsewhere.community_id
    and forget_elsewhere.user_id in (r.made_by, r.undone_by);
  update public.flags f set dismissed_by = null
  where f.community_id = forget_elsewhere.community_id and f.dismissed_by = forget_elsewhere.user_id;
end
$$;

comment on function public.forget_elsewhere is
  'Takes a member''s id out of other members'' rows: whom they answered or reacted to, and what they did as the creator.';
