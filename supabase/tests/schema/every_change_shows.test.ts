import { expect, test } from 'vitest';
import { describeSchema } from '../../src/describe-schema.ts';
import { database } from '../support/database.ts';
import { rolledBack } from '../support/index.ts';

const CHANGES: Record<string, string> = {
  'a column': 'alter table public.users add column extra text',
  'the order of columns':
    'alter table public.outbox drop column attempts, add column attempts integer not null default 0',
  'a type': 'alter table public.rewards alter column level_requirement type bigint',
  'a default': 'alter table public.users alter column xp set default 1',
  'not null': 'alter table public.outbox alter column kind drop not null',
  'a constraint gone': 'alter table public.users drop constraint total_xp_is_a_safe_integer',
  'a constraint not validated':
    'alter table public.users drop constraint level_is_never_negative, add constraint level_is_never_negative check (level >= 0) not valid',
  'an index': 'create index users_seen on public.users (last_active)',
  'an index gone': 'drop index public.users_board',
  'row level security off': 'alter table public.users disable row level security',
  'a policy': 'create policy look on public.users for select to anon using (true)',
  'a grant on a table': 'grant select on public.users to anon',
  'a grant on a column': 'grant select (xp) on public.users to anon',
  'a grant on a function': 'grant execute on function public.award_xp to authenticated',
  'a grant to everyone': 'grant execute on function public.award_xp to public',
  'a grant gone': 'revoke insert on public.users from service_role',
  'a default grant on functions':
    'alter default privileges in schema public grant execute on functions to anon',
  'a default that hides functions gone': 'alter default privileges grant execute on functions to public',
  'the body of a function': `create or replace function public.get_schema_version() returns jsonb
     language sql stable security invoker set search_path = '' as $$ select to_jsonb('2'::text) $$`,
  'the rights of a function': 'alter function public.award_xp security definer',
  'the volatility of a function': 'alter function public.iso_time immutable',
  'the search path of a function': 'alter function public.award_xp reset search_path',
  'an argument’s default': `create function public.later(a integer default 1) returns integer language sql as 'select a'`,
  'a view': 'create view public.loud as select id from public.users',
  'whose eyes a view looks with': 'alter view public.board reset (security_invoker)',
  'an attribute of a type': 'alter type public.award add attribute extra text',
  'an enum': `create type public.mood as enum ('good', 'bad')`,
  'a domain': 'create domain public.xp as bigint not null',
  'a trigger': `create function public.t() returns trigger language plpgsql as 'begin return new; end';
     create trigger t before update on public.users for each row execute function public.t()`,
  'a comment on a table': `comment on table public.users is 'People'`,
  'a comment on a column': `comment on column public.users.xp is 'Points'`,
  'a comment on a function': `comment on function public.award_xp is 'Awards'`,
  'what a role may do': 'alter role service_role nobypassrls',
};

test.each(Object.entries(CHANGES))('%s', async (_, sql) => {
  const before = await describeSchema(database.query);
  const after = await rolledBack(async () => {
    await database.script(sql);
    return describeSchema(database.query);
  });
  expect(after).not.toBe(before);
});

test('nothing changed, nothing shows', async () => {
  expect(await describeSchema(database.query)).toBe(await describeSchema(database.query));
});
