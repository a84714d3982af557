create function public.quarantine_event(event jsonb) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
begin
  insert into public.quarantined_events (community_id, webhook_id, event_type, reason, payload, received_at)
  values (
    coalesce(event ->> 'communityId', ''), event ->> 'webhookId', event ->> 'eventType', event ->> 'reason',
    event ->> 'payload', (event ->> 'receivedAt')::timestamptz
  )
  -- Of a redelivery or a replay only the reason may be another by now.
  on conflict (community_id, webhook_id) do update set reason = excluded.reason;
  -- Its community was found at last.
  if event ->> 'communityId' <> '' then
    delete from public.quarantined_events q where q.community_id = '' and q.webhook_id = event ->> 'webhookId';
  end if;
  return 'null';
end
$$;

comment on function public.quarantine_event is 'Keeps an event that could not be booked; a redelivery is the same row.';
