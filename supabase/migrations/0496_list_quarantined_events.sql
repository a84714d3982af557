create function public.quarantined_entry(event public.quarantined_events) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'webhookId', event.webhook_id,
    'eventType', event.event_type,
    'reason', event.reason,
    'receivedAt', public.iso_time(event.received_at),
    'payload', event.payload
  )
$$;

comment on function public.quarantined_entry is 'An event as the HTTP contract names its fields; its payload still as text.';

create function public.list_quarantined_events(community_id text, before jsonb, page_limit integer) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  with page as (
    select q as event, row_number() over (order by q.received_at desc, q.webhook_id desc) as place
    from public.quarantined_events q
    where q.community_id = list_quarantined_events.community_id
      and (
        before is null
        or (q.received_at, q.webhook_id) < ((before ->> 'at')::timestamptz, before ->> 'id')
      )
    order by q.received_at desc, q.webhook_id desc
    limit page_limit + 1
  )
  select jsonb_build_object(
    'events', coalesce(
      jsonb_agg(public.quarantined_entry(p.event) order by p.place) filter (where p.place <= page_limit), '[]'),
    'next', (
      select jsonb_build_object('at', public.exact_iso_time((l.event).received_at), 'id', (l.event).webhook_id)
      from page l
      where l.place = page_limit and exists (select from page m where m.place > page_limit)
    )
  )
  from page p
$$;

comment on function public.list_quarantined_events is
  'A community''s quarantined events, newest first, before a position; those without a community are under the empty id.';

create function public.find_quarantined_events(community_id text, webhook_ids jsonb, page_limit integer) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(public.quarantined_entry(e) order by e.received_at, e.webhook_id), '[]')
  from (
    select q.* from public.quarantined_events q
    where q.community_id = find_quarantined_events.community_id
      and (
        webhook_ids is null
        or q.webhook_id = any (array(select jsonb_array_elements_text(webhook_ids)))
      )
    order by q.received_at, q.webhook_id
    limit page_limit
  ) e
$$;

comment on function public.find_quarantined_events is 'The oldest events of a community, or those of these ids, oldest first.';
