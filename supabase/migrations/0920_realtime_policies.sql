-- Realtime asks these policies once when somebody joins a private topic: it probes with a row of that topic, as the
-- role and with the claims of the token. Nobody may insert, so only the database speaks.

create function public.create_realtime_policies() returns boolean
language plpgsql volatile security invoker
set search_path = ''
as $$
begin
  if to_regclass('realtime.messages') is null or to_regprocedure('realtime.topic()') is null then
    return false;
  end if;
  if not exists (
    select from pg_catalog.pg_policy p
    where p.polrelid = to_regclass('realtime.messages') and p.polname = 'topics_are_heard_by_those_let_in'
  ) then
    execute $policy$
      create policy topics_are_heard_by_those_let_in on realtime.messages for select to authenticated
      using (
        extension = 'broadcast'
        and topic = realtime.topic()
        and realtime.topic() in (
          'community:' || (select public.viewer_community()),
          'member:' || (select public.viewer_community()) || ':' || (select auth.jwt() ->> 'sub')
        )
      )
    $policy$;
  end if;
  return true;
end
$$;

comment on function public.create_realtime_policies is
  'Lets members hear the topics of their community and their own; false where Realtime is not set up yet. Safe to repeat.';

revoke execute on function public.create_realtime_policies from public, anon, authenticated;

select public.create_realtime_policies();
