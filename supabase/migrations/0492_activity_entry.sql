create function public.activity_entry(entry public.activity_log) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select jsonb_build_object(
    'activityId', entry.id,
    'type', entry.activity_type,
    'xp', entry.xp_awarded,
    'at', public.iso_time(entry.created_at),
    'recordedAt', public.iso_time(entry.recorded_at),
    'refusal', entry.refusal,
    'receipt', entry.receipt
  )
$$;

comment on function public.activity_entry is
  'An entry as the HTTP contract names its fields: without its natural key, its facts and the other member, which may be somebody else''s business.';

create function public.activity_position(entry public.activity_log) returns jsonb
language sql stable security invoker
set search_path = ''
as $$
  select case when entry.id is not null then
    jsonb_build_object('at', public.exact_iso_time(entry.created_at), 'id', entry.id)
  end
$$;

comment on function public.activity_position is 'What a cursor holds: enough to continue exactly after this entry.';
