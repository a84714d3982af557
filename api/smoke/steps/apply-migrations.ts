import { defaultMigrationsDir } from '../../src/database/paths.ts';
import { migratePostgres } from '../../src/database/postgres-migrate.ts';
import type { Target } from '../target.ts';

/** Before the server starts, since it refuses to start on a schema that is not there. */
export async function applyMigrations({ databaseUrl }: Target): Promise<string> {
  if (databaseUrl === undefined) return 'DATABASE_URL is not set: taken for applied';
  const applied: string[] = [];
  await migratePostgres(databaseUrl, defaultMigrationsDir, (line) => applied.push(line));
  return applied.length === 0 ? 'nothing to apply' : `${applied.length} applied`;
}
