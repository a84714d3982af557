import { beforeAll, describe, expect, test } from 'vitest';
import { DATABASES } from '../support/databases.ts';
import { rowsOn } from '../support/on.ts';
import { anon, asViewer, member } from '../support/viewers.ts';
import { RELATIONS, ownerColumn } from './what_each_relation_shows.ts';
import { createWorld } from './world.ts';

describe.each(DATABASES)('$where', ({ database }) => {
  let club = '';
  beforeAll(async () => {
    club = `${await createWorld(database)}open`;
  });

  test('no role that is neither the tables’ owner nor may act as the service holds a privilege to write', async () => {
    const writers = await rowsOn(
      database,
      `select r.rolname as role, c.relname as relation, privilege
       from pg_catalog.pg_roles r
       cross join pg_catalog.pg_class c
       cross join unnest(array['insert', 'update', 'delete', 'truncate', 'references', 'trigger']) privilege
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
         and not r.rolsuper and r.rolname !~ '^pg_'
         and not pg_has_role(r.oid, c.relowner, 'usage') and not pg_has_role(r.oid, 'service_role', 'usage')
         and (has_table_privilege(r.oid, c.oid, privilege)
           or privilege in ('insert', 'update', 'references') and has_any_column_privilege(r.oid, c.oid, privilege))`,
    );
    expect(writers).toEqual([]);
  });

  test('no policy lets anybody write', async () => {
    const policies = await rowsOn<{ cmd: string; roles: string[] }>(
      database,
      `select cmd, roles from pg_catalog.pg_policies where schemaname = 'public'`,
    );
    expect(policies.length).toBeGreaterThan(5);
    expect([...new Set(policies.map(({ cmd, roles }) => `${cmd} to ${roles.join()}`))]).toEqual([
      'SELECT to authenticated',
    ]);
  });

  describe.each(Object.keys(RELATIONS))('%s', (relation) => {
    const column = ownerColumn(relation);
    const value = { only_row: 'true', last_value: '1' }[column] ?? "'mine'";
    test.each([
      ['insert', `insert into public.${relation} (${column}) values (${value})`],
      ['update', `update public.${relation} set ${column} = ${column}`],
      ['delete', `delete from public.${relation}`],
      ['truncate', `truncate public.${relation}`],
      ['lock', `select from public.${relation} for update`],
    ])('%s is refused to everybody in a browser', async (_, sql) => {
      for (const viewer of [anon, member(club, 'ana'), member(club, 'boss', 'admin')]) {
        await asViewer(database, viewer, () =>
          // 42809 and 55000: a view of several tables has no rows of its own to write.
          expect(database.query(sql)).rejects.toMatchObject({
            code: expect.stringMatching(/^(42501|42809|55000)$/) as unknown,
          }),
        );
      }
    });
  });
});
