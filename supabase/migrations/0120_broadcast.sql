-- A message leaves with the commit that caused it, or not at all.

create function public.broadcast(topic text, event text, payload jsonb) returns void
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_payload jsonb := payload;
  v_message text := jsonb_build_object('topic', topic, 'event', event, 'payload', payload)::text;
begin
  -- A notification holds 8000 bytes. Past 7000 only the version is said, and listeners load what changed.
  if octet_length(v_message) > 7000 then
    v_payload := jsonb_build_object('version', payload -> 'version');
    v_message := jsonb_build_object('topic', topic, 'event', event, 'payload', v_payload)::text;
  end if;
  -- Also where Realtime carries the message: whoever holds a plain connection to that database can listen too.
  perform pg_notify('wee5', v_message);

  -- By name at run time, since only Supabase has it; always private, so that policies decide who hears.
  if to_regprocedure('realtime.send(jsonb, text, text, boolean)') is not null then
    execute 'select realtime.send($1, $2, $3, true)' using v_payload, event, topic;
  end if;
end
$$;

comment on function public.broadcast is
  'Topics: community:{id} for what everyone may see, member:{communityId}:{userId} for what is one member''s own.';
