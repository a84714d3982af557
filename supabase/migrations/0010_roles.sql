-- What Supabase provides and plain Postgres or PGlite lacks: the three roles PostgREST switches to, and auth.jwt().
-- Everything here is conditional, so the same file runs in all three places.

do $$
declare
  v_role text;
begin
  foreach v_role in array array['anon', 'authenticated', 'service_role'] loop
    continue when exists (select from pg_catalog.pg_roles where rolname = v_role);
    begin
      begin
        -- Row level security is on without policies, so the service reads past it, as on Supabase.
        execute format('create role %I nologin %s', v_role, case v_role when 'service_role' then 'bypassrls' end);
      exception
        -- Giving that away may take a superuser. Without it the service role reads nothing; the tables' owner, as whom
        -- a plain Postgres is used, reads everything.
        when insufficient_privilege then
          execute format('create role %I nologin', v_role);
      end;
    exception
      -- Roles belong to the whole server: another database's migration may create them at this moment.
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise exception 'the role % is missing and % may not create it', v_role, current_user
          using errcode = 'insufficient_privilege',
          hint = 'Let an administrator run: create role anon nologin; create role authenticated nologin; '
            'create role service_role nologin bypassrls;';
    end;
  end loop;
end
$$;

create schema if not exists auth;

do $$
begin
  if to_regprocedure('auth.jwt()') is null then
    create function auth.jwt() returns jsonb
    language sql stable security invoker
    set search_path = ''
    as $jwt$
      select coalesce(nullif(current_setting('request.jwt.claims', true), ''), '{}')::jsonb
    $jwt$;
    grant usage on schema auth to anon, authenticated, service_role;
    grant execute on function auth.jwt() to anon, authenticated, service_role;
  end if;
end
$$;

-- The browser can read, not award: nothing created from here on is executable unless a later file grants it.
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke execute on functions from anon, authenticated;
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
