import type { Log } from './log.ts';
import { defaultMigrationsDir } from './paths.ts';
import { openPglite } from './pglite.ts';
import type { Database } from './port.ts';
import { openPostgres } from './postgres.ts';

export interface DatabaseConfig {
  /** Where it is set, this Postgres is used; else the embedded database in `dataDir`. */
  databaseUrl?: string | undefined;
  /** A direct connection for LISTEN, where `databaseUrl` is a transaction pooler. */
  databaseListenUrl?: string | undefined;
  dataDir: string;
  /** Gets a line for whatever takes long or goes wrong. */
  log?: Log;
}

/** Opens the database the configuration names, migrated to the newest version. */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  const { databaseUrl, databaseListenUrl, dataDir, log = () => {} } = config;
  if (databaseUrl === undefined) return openPglite({ dataDir, log });
  return openPostgres({
    url: databaseUrl,
    listenUrl: databaseListenUrl,
    migrationsDir: defaultMigrationsDir,
    log,
  });
}
