import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

/** What a test needs of a database; the migrations are applied and every test file of a worker shares it. */
export interface TestDatabase {
  query: <Row>(sql: string, values?: unknown[]) => Promise<Row[]>;
  /** Runs a file of statements. */
  script: (sql: string) => Promise<void>;
  /** Hears every notification of channel `wee5`. */
  listen: (onNotification: (payload: string) => void) => Promise<void>;
}

/** The embedded database unless the test project asks for a real one: the schema has to behave alike on both. */
export const database: TestDatabase =
  process.env['WEE5_SCHEMA_TESTS_ON'] === 'postgres' ? await openPostgres() : await openPglite();
