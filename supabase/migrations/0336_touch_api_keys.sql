create function public.touch_api_keys(touches jsonb) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_count integer;
begin
  with latest as (
    select t."communityId" as community_id, t."keyId" as id, max(t.at) as at
    from jsonb_to_recordset(touches) t ("communityId" text, "keyId" uuid, at timestamptz)
    group by 1, 2
  ),
  due as (
    select k.community_id, k.id, l.at
    from public.api_keys k join latest l on l.community_id = k.community_id and l.id = k.id
    where k.last_used_at is null or k.last_used_at < l.at
    order by k.community_id, k.id
    for no key update of k
  )
  update public.api_keys k set last_used_at = greatest(k.last_used_at, due.at)
  from due
  where k.community_id = due.community_id and k.id = due.id;
  get diagnostics v_count = row_count;
  return to_jsonb(v_count);
end
$$;

comment on function public.touch_api_keys is 'Moves last_used_at forward; returns how many moved.';
