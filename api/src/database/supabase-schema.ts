import type { Log } from './log.ts';
import { readMigrations } from './migrations.ts';
import { DatabaseError, type Database } from './port.ts';

/**
 * Refuses a project whose schema is missing or older than the newest migration here: over PostgREST nothing can be
 * migrated. A newer one is fine, so that a project can be migrated before its replicas are replaced.
 */
export async function requireSchema(
  database: Pick<Database, 'name' | 'call'>,
  migrationsDir: string,
  log: Log,
): Promise<void> {
  const known = (await readMigrations(migrationsDir)).map(({ version }) => version);
  const newest = known.at(-1) ?? '';
  const version = await readVersion(database);
  if (version === undefined || version < newest) {
    const found =
      version === undefined ? 'has no Wee5 schema' : `has the schema of ${version}, older than ${newest}`;
    throw new Error(
      `The database (${database.name}) ${found}: run \`npx pnpm@10 wee5 migrate\` with DATABASE_URL of the project.`,
    );
  }
  if (!known.includes(version))
    log(`The database (${database.name}) has a newer schema than this version of Wee5.`);
}

async function readVersion(database: Pick<Database, 'call'>): Promise<string | undefined> {
  try {
    return await database.call<string>('get_schema_version', {});
  } catch (error) {
    if (error instanceof DatabaseError && error.sqlState === '42883') return undefined;
    throw error;
  }
}
