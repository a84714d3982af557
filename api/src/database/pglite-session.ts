import type { PGlite } from '@electric-sql/pglite';
import type { MigrationSession } from './migrate.ts';

/** PGlite's one session, for migrations. */
export function migrationSession(pglite: PGlite): MigrationSession {
  return {
    exec: (sql) => pglite.exec(sql),
    query: async <Row>(sql: string, values: string[]) => (await pglite.query<Row>(sql, values)).rows,
  };
}
