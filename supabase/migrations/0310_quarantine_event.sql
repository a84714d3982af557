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
  on conflict do nothing;
  return 'null';
end
$$;

comment on function public.quarantine_event is 'Keeps an event that could not be booked; a redelivery is the same row.';
