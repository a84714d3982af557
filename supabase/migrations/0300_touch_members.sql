create function public.touch_members(touches jsonb) returns jsonb
language plpgsql volatile security invoker
set search_path = ''
as $$
declare
  v_count integer;
begin
  with latest as (
    select t."communityId" as community_id, t."userId" as user_id, max(t.at) as at
    from jsonb_to_recordset(touches) t ("communityId" text, "userId" text, at timestamptz)
    group by 1, 2
  ),
  due as (
    select u.community_id, u.id, l.at
    from public.users u join latest l on l.community_id = u.community_id and l.user_id = u.id
    where u.last_active is null or u.last_active < l.at
    order by u.community_id, u.id
    for no key update of u
  )
  update public.users u set last_active = greatest(u.last_active, due.at)
  from due
  where u.community_id = due.community_id and u.id = due.id;
  get diagnostics v_count = row_count;
  return to_jsonb(v_count);
end
$$;

comment on function public.touch_members is
  'Moves last_active forward for members whose activity was refused before it reached award_xp; returns how many moved.';
