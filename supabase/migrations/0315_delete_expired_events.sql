create function public.delete_expired_events(at timestamptz) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_count integer;
begin
  delete from public.quarantined_events q where q.received_at < delete_expired_events.at - interval '30 days';
  get diagnostics v_count = row_count;
  return to_jsonb(v_count);
end
$$;

comment on function public.delete_expired_events is 'Deletes quarantined events that are older than 30 days at the given time; returns how many.';
