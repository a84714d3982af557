import { describe, expect, test } from 'vitest';
import { DATABASES } from '../support/databases.ts';
import { callOn, rolledBackOn, rowsOn } from '../support/on.ts';
import { asRole, BROWSER_ROLES } from './as-role.ts';

const BOTH = ['anon', 'authenticated'];
const MEMBERS_ALONE = ['authenticated'];

/** Every function that a browser's role may execute; those of XP are in no such list. */
const EXECUTABLE: Record<string, string[]> = { 'viewer_community()': MEMBERS_ALONE };

const USERS_COLUMNS =
  'community_id id xp level reached_at last_active username display_name avatar_url visibility pseudonym excluded created_at';

/** All but the code. */
const REWARDS_COLUMNS =
  'community_id id level_requirement reward_type name description image_url metadata position archived_at created_at';

/** Every relation, and column of one, that a browser's role may select from. Nothing else is held on any. */
const READABLE: Record<string, string[]> = {
  public_board: BOTH,
  members_board: MEMBERS_ALONE,
  communities: MEMBERS_ALONE,
  xp_configurations: MEMBERS_ALONE,
  user_rewards: MEMBERS_ALONE,
  activity_log: MEMBERS_ALONE,
  period_totals: MEMBERS_ALONE,
  quarantined_events: MEMBERS_ALONE,
  ...Object.fromEntries(REWARDS_COLUMNS.split(' ').map((column) => [`rewards.${column}`, MEMBERS_ALONE])),
  ...Object.fromEntries(USERS_COLUMNS.split(' ').map((column) => [`users.${column}`, MEMBERS_ALONE])),
};

describe.each(DATABASES)('$where', async ({ database }) => {
  const functions = await rowsOn<{ fn: string }>(
    database,
    `select regexp_replace(p.oid::regprocedure::text, '^public\\.', '') as fn
     from pg_catalog.pg_proc p where p.pronamespace = 'public'::regnamespace order by 1`,
  );

  describe.each(functions)('$fn', ({ fn }) => {
    test.each(BROWSER_ROLES)('may be executed by %s only where that is listed', async (role) => {
      const [{ may } = {}] = await rowsOn<{ may: boolean }>(
        database,
        `select has_function_privilege($1, ('public.' || $2)::regprocedure, 'execute') as may`,
        [role, fn],
      );
      expect(may).toBe(EXECUTABLE[fn]?.includes(role) ?? false);
    });
  });

  test.each(BROWSER_ROLES)('%s may select what is listed and has no other privilege', async (role) => {
    const held = await rowsOn<{ name: string; privilege: string }>(
      database,
      `select c.relname || coalesce('.' || a.attname, '') as name, lower(privilege_type) as privilege
       from pg_catalog.pg_class c
       cross join lateral (
         select null as attname, acl.* from aclexplode(c.relacl) acl
         union all
         select a.attname, acl.* from pg_catalog.pg_attribute a cross join lateral aclexplode(a.attacl) acl
         where a.attrelid = c.oid
       ) a
       where c.relnamespace = 'public'::regnamespace and a.grantee in ($1::regrole, 0)`,
      [role],
    );
    const listed = Object.keys(READABLE).filter((name) => READABLE[name]?.includes(role));
    expect(held.map(({ name, privilege }) => `${privilege} ${name}`).toSorted()).toEqual(
      listed.map((name) => `select ${name}`).toSorted(),
    );
  });

  test.each(BROWSER_ROLES)('%s enters no schema of ours but public and auth', async (role) => {
    const entered = await rowsOn<{ name: string }>(
      database,
      `select nspname as name from pg_catalog.pg_namespace
       where nspname !~ '^(pg_|information_schema$)' and has_schema_privilege($1, oid, 'usage, create')
       order by 1`,
      [role],
    );
    expect(entered.map(({ name }) => name).filter((name) => name !== 'realtime')).toEqual(['auth', 'public']);
  });

  test.each(BROWSER_ROLES)('%s is refused when it tries', async (role) => {
    const refused = { code: '42501' };
    const tries = [
      () => callOn(database, 'award_xp', { awards: [] }),
      () => callOn(database, 'save_profiles', { profiles: [] }),
      () => callOn(database, 'find_api_key', { key_hash: '00' }),
      () => callOn(database, 'broadcast', { topic: 't', event: 'e', payload: {} }),
      () => database.query('select key_hash from public.api_keys'),
      () => database.query('select * from public.board'),
      () => database.query('update public.users set xp = 1'),
      () => database.query('create table public.mine ()'),
    ];
    for (const attempt of tries) {
      await asRole(role, () => expect(attempt()).rejects.toMatchObject(refused), database);
    }
  });

  test.each(BROWSER_ROLES)(
    '%s is refused by what a later migration creates, without a grant in it',
    async (role) => {
      await rolledBackOn(database, async () => {
        // As whoever migrates, since defaults are theirs.
        await database.query(`select set_config('role', relowner::regrole::text, true)
          from pg_catalog.pg_class where oid = 'public.users'::regclass`);
        await database.query('create table public.later (id text)');
        await database.query('create sequence public.numbers');
        await database.query(
          `create function public.do_later() returns text language sql as 'select 1::text'`,
        );
        await database.query('reset role');
        const [may] = await rowsOn(
          database,
          `select has_function_privilege($1, 'public.do_later()', 'execute') as execute,
             has_table_privilege($1, 'public.later', 'select') as read,
             has_sequence_privilege($1, 'public.numbers', 'usage') as count,
             has_function_privilege('service_role', 'public.do_later()', 'execute') as service_executes,
             has_table_privilege('service_role', 'public.later', 'insert') as service_writes`,
          [role],
        );
        expect(may).toEqual({
          execute: false,
          read: false,
          count: false,
          service_executes: true,
          service_writes: true,
        });
      });
    },
  );
});
