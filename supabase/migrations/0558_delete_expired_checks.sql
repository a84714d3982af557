create function public.delete_expired_checks(at timestamptz) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_count integer;
begin
  delete from public.integrity_checks i where i.checked_at < delete_expired_checks.at - interval '90 days';
  get diagnostics v_count = row_count;
  return to_jsonb(v_count);
end
$$;

comment on function public.delete_expired_checks is 'Deletes checks that are older than 90 days at the given time; returns how many.';
