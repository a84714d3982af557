import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { createDatabase, ensureTemplate } from '@wee5/tooling/postgres';
import type {} from '../../../packages/tooling/src/vitest/postgres-setup.ts';
import { defaultMigrationsDir } from '../../../api/src/database/paths.ts';
import { migratePostgres } from '../../../api/src/database/postgres-migrate.ts';
import type { TestDatabase } from './database.ts';

const TEMPLATE = 'schema_tests';

/** A database of its own on the run's Postgres, cloned from one that was migrated once. */
export async function openPostgres(): Promise<TestDatabase> {
  const { url } = inject('postgres');
  await ensureTemplate(url, TEMPLATE, async (templateUrl) => {
    await migratePostgres(templateUrl, defaultMigrationsDir, () => {});
  });
  return fromClient(new pg.Client(await createDatabase(url, `${TEMPLATE}_${randomUUID()}`, TEMPLATE)));
}

/** Connects, and keeps to this one connection. */
export async function fromClient(client: pg.Client): Promise<TestDatabase> {
  // The run's Postgres ends while the worker may still hold its connection.
  client.on('error', () => {});
  await client.connect();
  return {
    query: async <Row>(sql: string, values?: unknown[]) => (await client.query(sql, values)).rows as Row[],
    script: async (sql) => {
      await client.query(sql);
    },
    listen: async (onNotification) => {
      client.on('notification', ({ payload = '' }) => onNotification(payload));
      await client.query('listen wee5');
    },
  };
}
