create function public.leave_quarantine(community_id text, webhook_ids jsonb) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_count integer;
begin
  delete from public.quarantined_events q
  where q.community_id = leave_quarantine.community_id
    and q.webhook_id = any (array(select jsonb_array_elements_text(webhook_ids)));
  get diagnostics v_count = row_count;
  return to_jsonb(v_count);
end
$$;

comment on function public.leave_quarantine is 'Forgets events that could be used after all; returns how many there were.';
