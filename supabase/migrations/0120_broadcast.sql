-- A message leaves with the commit that caused it, or not at all.

create function public.broadcast(topic text, event text, payload jsonb) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_message text := jsonb_build_object('topic', topic, 'event', event, 'payload', payload)::text;
begin
  -- A notification holds 8000 bytes. Past 7000 only the version is said, and listeners load what changed.
  if octet_length(v_message) > 7000 then
    v_message := jsonb_build_object(
      'topic', topic, 'event', event, 'payload', jsonb_build_object('version', payload -> 'version'))::text;
  end if;
  perform pg_notify('wee5', v_message);
end
$$;

comment on function public.broadcast is
  'Topics: community:{id} for what everyone may see, member:{communityId}:{userId} for what is one member''s own.';
