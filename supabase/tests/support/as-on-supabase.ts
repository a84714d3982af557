import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { inject } from 'vitest';
import { createDatabase, ensureTemplate } from '@wee5/tooling/postgres';
import type {} from '../../../packages/tooling/src/vitest/postgres-setup.ts';
import { migrate } from '../../../api/src/database/migrate.ts';
import { readMigrations } from '../../../api/src/database/migrations.ts';
import { defaultMigrationsDir } from '../../../api/src/database/paths.ts';
import { migrationSession } from '../../../api/src/database/pglite-session.ts';
import { migratePostgres } from '../../../api/src/database/postgres-migrate.ts';
import type { TestDatabase } from './database.ts';
import { fromClient } from './postgres.ts';
import { fromPglite } from './pglite.ts';

const TEMPLATE = 'as_on_supabase';
/** Who runs migrations there: no superuser. */
const MIGRATOR = 'supabase_postgres';

const setUp = (): Promise<string> => readFile(new URL('as-on-supabase.sql', import.meta.url), 'utf8');

/**
 * A database with the roles, grants, default privileges and the schema `realtime` that Supabase has, migrated by the
 * role that migrates there. Queries run as superuser unless a test sets another role.
 */
export const supabase: TestDatabase =
  process.env['WEE5_SCHEMA_TESTS_ON'] === 'postgres' ? await onPostgres() : await onPglite();

async function onPglite(): Promise<TestDatabase> {
  const pglite = await PGlite.create();
  await pglite.exec(`${await setUp()}; set role ${MIGRATOR}`);
  await migrate(migrationSession(pglite), await readMigrations(defaultMigrationsDir));
  await pglite.exec('reset role');
  return fromPglite(pglite);
}

async function onPostgres(): Promise<TestDatabase> {
  const { url } = inject('postgres');
  await ensureTemplate(url, TEMPLATE, async (templateUrl) => {
    const admin = new pg.Client(templateUrl);
    await admin.connect();
    await admin.query(await setUp());
    await admin.end();
    await migratePostgres(as(MIGRATOR, templateUrl), defaultMigrationsDir, () => {});
  });
  return fromClient(new pg.Client(await createDatabase(url, `${TEMPLATE}_${randomUUID()}`, TEMPLATE)));
}

function as(role: string, url: string): string {
  const changed = new URL(url);
  changed.username = role;
  return changed.href;
}
