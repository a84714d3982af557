import type { Log } from './log.ts';
import { defaultMigrationsDir } from './paths.ts';
import { openPglite } from './pglite.ts';
import type { Database } from './port.ts';
import { openPostgres } from './postgres.ts';
import { openSupabase } from './supabase.ts';

export interface DatabaseConfig {
  /** Where it is set, this Postgres is used. Without it and `supabase`, the embedded database in `dataDir`. */
  databaseUrl?: string | undefined;
  /** A direct connection for LISTEN, where `databaseUrl` is a transaction pooler. */
  databaseListenUrl?: string | undefined;
  /** Used where `databaseUrl` is not set: a Supabase project over HTTP. */
  supabase?: { url: string; secretKey: string } | undefined;
  dataDir: string;
  /** Gets a line for whatever takes long or goes wrong. */
  log?: Log;
}

/** Opens the database the configuration names, migrated to the newest version (a project over HTTP must be already). */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  const { databaseUrl: url, databaseListenUrl: listenUrl, supabase, dataDir, log = () => {} } = config;
  const migrationsDir = defaultMigrationsDir;
  if (url !== undefined) return openPostgres({ url, listenUrl, migrationsDir, log });
  if (supabase) return openSupabase({ ...supabase, migrationsDir, log });
  return openPglite({ dataDir, log });
}
