import type { PGlite } from '@electric-sql/pglite';
import { defaultCacheDir, defaultMigrationsDir } from '../../../api/src/database/paths.ts';
import { createMigratedPglite } from '../../../api/src/database/snapshot.ts';
import type { TestDatabase } from './database.ts';

/** The embedded database as the API makes it: from the cached, migrated snapshot, in well under a second. */
export async function openPglite(): Promise<TestDatabase> {
  return fromPglite(
    await createMigratedPglite({ migrationsDir: defaultMigrationsDir, cacheDir: defaultCacheDir }),
  );
}

export function fromPglite(pglite: PGlite): TestDatabase {
  return {
    query: async <Row>(sql: string, values?: unknown[]) => (await pglite.query<Row>(sql, values)).rows,
    script: async (sql) => {
      await pglite.exec(sql);
    },
    listen: async (onNotification) => {
      await pglite.listen('wee5', onNotification);
    },
  };
}
