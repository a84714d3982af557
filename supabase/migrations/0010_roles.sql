-- What Supabase provides and plain Postgres or PGlite lacks: the three roles PostgREST switches to, and auth.jwt().
-- Everything here is conditional, so the same file runs in all three places.

do $$
declare
  v_role text;
begin
  foreach v_role in array array['anon', 'authenticated', 'service_role'] loop
    if not exists (select from pg_catalog.pg_roles where rolname = v_role) then
      begin
        execute format('create role %I nologin', v_role);
      exception
        -- Roles belong to the whole server: another database's migration may create them at this moment.
        when duplicate_object or unique_violation then null;
      end;
    end if;
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
  end if;
end
$$;

-- The browser can read, not award: nothing created from here on is executable unless a later file grants it.
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke execute on functions from anon, authenticated;
alter default privileges in schema public revoke all on tables from anon, authenticated;
