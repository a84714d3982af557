import { expect, test } from 'vitest';
import { call, chat, community, rolledBack, rows, run } from '../support/index.ts';
import { asRole, BROWSER_ROLES } from './as-role.ts';

test.each(BROWSER_ROLES)('%s may execute no function of schema public', async (role) => {
  const allowed = await rows(
    `select p.oid::regprocedure::text as fn from pg_catalog.pg_proc p
     where p.pronamespace = 'public'::regnamespace and has_function_privilege($1, p.oid, 'execute')`,
    [role],
  );
  expect(allowed).toEqual([]);
});

test.each(BROWSER_ROLES)(
  '%s has no privilege on any table, view, column or sequence of schema public',
  async (role) => {
    const allowed = await rows(
      `select c.relname, privilege from pg_catalog.pg_class c
     cross join unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) privilege
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
       and (has_table_privilege($1, c.oid, privilege)
         or privilege in ('select', 'insert', 'update', 'references') and has_any_column_privilege($1, c.oid, privilege))`,
      [role],
    );
    expect(allowed).toEqual([]);
  },
);

test.each(BROWSER_ROLES)('%s is refused when it tries', async (role) => {
  const club = await community();
  const award = club.priced(chat('ana', '10:00:00'));
  const refused = { code: '42501' };

  await asRole(role, () => expect(call('award_xp', { awards: [award] })).rejects.toMatchObject(refused));
  await asRole(role, () => expect(run('select xp from public.users')).rejects.toMatchObject(refused));
  await asRole(role, () => expect(run('select * from public.board')).rejects.toMatchObject(refused));
  await asRole(role, () => expect(run('update public.users set xp = 1')).rejects.toMatchObject(refused));
  await asRole(role, () => expect(run('create table public.mine ()')).rejects.toMatchObject(refused));
});

test.each(BROWSER_ROLES)(
  '%s is refused by what a later migration creates, without a grant in it',
  async (role) => {
    await rolledBack(async () => {
      await run('create table public.later (id text)');
      await run(`create function public.do_later() returns text language sql as 'select 1::text'`);
      const [may] = await rows(
        `select has_function_privilege($1, 'public.do_later()', 'execute') as execute,
         has_table_privilege($1, 'public.later', 'select') as read,
         has_function_privilege('service_role', 'public.do_later()', 'execute') as service_executes,
         has_table_privilege('service_role', 'public.later', 'insert') as service_writes`,
        [role],
      );
      expect(may).toEqual({ execute: false, read: false, service_executes: true, service_writes: true });
    });
  },
);
