-- A member token says who looks: sub (Whop's user id), community_id, access (member or admin) and role (authenticated).

create policy communities_are_read_by_those_let_in on public.communities for select to authenticated
using (
  id = (select auth.jwt() ->> 'community_id')
  and (visibility <> 'private' or (select auth.jwt() ->> 'access') = 'admin')
);

create function public.viewer_community() returns text
language sql stable security invoker
set search_path = ''
as $$
  -- The policy above is the rule; nobody whom it binds sees another community here.
  select c.id from public.communities c where c.id = auth.jwt() ->> 'community_id'
$$;

comment on function public.viewer_community is
  'The community of the viewer''s token, as far as they are let in; null for everybody else. What other policies build on.';
