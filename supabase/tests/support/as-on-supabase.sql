-- What a new Supabase project holds before our migrations, as far as they touch it: run by a superuser, who is called
-- supabase_admin there. supabase_postgres stands for its role postgres, who is no superuser and runs migrations.

do $$
declare
  v_role record;
begin
  for v_role in
    select * from (values
      ('anon', 'nologin'),
      ('authenticated', 'nologin'),
      ('service_role', 'nologin bypassrls'),
      ('authenticator', 'login noinherit'),
      ('supabase_realtime_admin', 'nologin noinherit'),
      ('supabase_postgres', 'login createdb createrole replication bypassrls')
    ) r (name, attributes)
    -- Roles belong to the whole server, where another database may have made them.
    where not exists (select from pg_catalog.pg_roles p where p.rolname = r.name)
  loop
    execute format('create role %I %s', v_role.name, v_role.attributes);
  end loop;
  execute format('grant all on database %I to supabase_postgres', current_database());
end
$$;

-- PostgREST logs in as the first and becomes one of the three; migrations may act as any of them.
grant anon, authenticated, service_role to authenticator;
grant anon, authenticated, service_role, supabase_realtime_admin to supabase_postgres;

grant all on schema public to supabase_postgres;
grant usage on schema public to anon, authenticated, service_role;

-- Whatever is created in schema public is open to the browser's roles until somebody takes it away.
alter default privileges for role supabase_postgres in schema public
  grant all on tables to supabase_postgres, anon, authenticated, service_role;
alter default privileges for role supabase_postgres in schema public
  grant all on functions to supabase_postgres, anon, authenticated, service_role;
alter default privileges for role supabase_postgres in schema public
  grant all on sequences to supabase_postgres, anon, authenticated, service_role;

create schema auth;
grant all on schema auth to supabase_postgres;
grant usage on schema auth to anon, authenticated, service_role;

create function auth.jwt() returns jsonb language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim', true), ''), nullif(current_setting('request.jwt.claims', true), '')
  )::jsonb
$$;

create schema realtime;
grant usage on schema realtime to supabase_postgres, anon, authenticated, service_role;
grant create, usage on schema realtime to supabase_realtime_admin;

create table realtime.messages (
  topic text not null,
  extension text not null,
  payload jsonb,
  event text,
  private boolean default false,
  updated_at timestamp not null default now(),
  inserted_at timestamp not null default now(),
  id uuid not null default gen_random_uuid(),
  binary_payload bytea,
  primary key (id, inserted_at)
) partition by range (inserted_at);
-- Realtime itself keeps one partition per day.
create table realtime.messages_default partition of realtime.messages default;
alter table realtime.messages enable row level security;
grant select, insert, update on realtime.messages to supabase_postgres, anon, authenticated, service_role;

create function realtime.topic() returns text language sql stable as $$
  select nullif(current_setting('realtime.topic', true), '')
$$;

-- It never fails: what it cannot write is a warning in the log.
create function realtime.send(payload jsonb, event text, topic text, private boolean default true) returns void
language plpgsql as $$
declare
  message_id uuid := gen_random_uuid();
begin
  begin
    perform set_config('realtime.topic', topic, true);
    insert into realtime.messages (id, topic, extension, event, private, payload)
    values (message_id, topic, 'broadcast', event, private, jsonb_build_object('id', message_id) || payload);
  exception when others then
    raise warning 'WarnSendingBroadcastMessage: %', sqlerrm;
  end;
end
$$;

alter table realtime.messages owner to supabase_realtime_admin;
alter function realtime.topic() owner to supabase_realtime_admin;
alter function realtime.send(jsonb, text, text, boolean) owner to supabase_realtime_admin;
