import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { database } from '../support/database.ts';
import { rolledBack, rows, run } from '../support/index.ts';

const ROLES = ['anon', 'authenticated', 'service_role'];
const migration = await readFile(new URL('../../migrations/0010_roles.sql', import.meta.url), 'utf8');

/** Applies the migration as a new role on a server that has none of the roles yet; all of it is rolled back. */
function createRolesAs(attributes: string, then: () => Promise<void>): Promise<void> {
  return rolledBack(async () => {
    for (const role of ROLES) await run(`alter role ${role} rename to ${role}_elsewhere`);
    await run(`create role migrator ${attributes}`);
    await database.script(`
      do $$ begin execute format('grant create on database %I to migrator', current_database()); end $$;
      grant usage on schema auth to migrator;
      grant create on schema public to migrator;
      set local role migrator;
    `);
    await then();
  });
}

const created = () =>
  rows(
    `select rolname as name, rolcanlogin as login, rolbypassrls as bypassrls
     from pg_catalog.pg_roles where rolname = any ($1) order by rolname`,
    [ROLES],
  );

const plain = (name: string) => ({ name, login: false, bypassrls: false });

test('a superuser lets the service role read past row level security', () =>
  createRolesAs('superuser', async () => {
    await database.script(migration);
    expect(await created()).toEqual([
      plain('anon'),
      plain('authenticated'),
      { ...plain('service_role'), bypassrls: true },
    ]);
  }));

test('a role that may only create roles creates them without that', () =>
  createRolesAs('createrole', async () => {
    await database.script(migration);
    expect(await created()).toEqual(ROLES.map(plain));
  }));

test('a role that may not even do that is told what an administrator has to run', () =>
  createRolesAs('', async () => {
    await expect(database.script(migration)).rejects.toMatchObject({
      code: '42501',
      message: 'the role anon is missing and migrator may not create it',
      hint: expect.stringContaining('create role service_role nologin bypassrls'),
    });
  }));

test('roles that exist are left as they are', () =>
  createRolesAs('superuser', async () => {
    for (const role of ROLES) await run(`create role ${role} login`);
    await database.script(migration);
    expect(await created()).toEqual(ROLES.map((role) => ({ ...plain(role), login: true })));
  }));
