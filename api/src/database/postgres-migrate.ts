import pg from 'pg';
import type { Log } from './log.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migrations.ts';
import { endClient, fromPg } from './postgres-driver.ts';

const CONNECT_TIMEOUT_MS = 10_000;

/** Applies the migrations of a directory over a connection of its own, which has no time limit. */
export async function migratePostgres(url: string, migrationsDir: string, log: Log): Promise<number> {
  const migrations = await readMigrations(migrationsDir);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  // The query in flight rejects with the same error; unheard, it would end the process.
  client.on('error', () => {});
  try {
    await client.connect().catch((error: unknown) => {
      throw fromPg(error);
    });
    const count = await migrate(
      {
        exec: (sql) => client.query(sql),
        query: async <Row>(sql: string, values: string[]) => (await client.query(sql, values)).rows as Row[],
      },
      migrations,
      log,
    );
    await openTopics(client);
    return count;
  } finally {
    await endClient(client);
  }
}

/**
 * On Supabase the tables of Realtime may come into being after a migration that would have set their policies: without
 * these nobody can join a topic.
 */
async function openTopics(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ known: boolean }>(
    "select to_regprocedure('public.create_realtime_policies()') is not null as known",
  );
  if (rows[0]?.known) await client.query('select public.create_realtime_policies()');
}
