import { callStatement, readResult } from '../../../api/src/database/call-statement.ts';
import type { ResultRow } from '../../../api/src/database/call-statement.ts';
import type { TestDatabase } from './database.ts';

/** Calls a function as the API's port does, but rejects with the driver's own error: `code`, `constraint`. */
export async function callOn<Result>(
  database: TestDatabase,
  fn: string,
  args: Record<string, unknown>,
): Promise<Result> {
  const { text, values } = callStatement(fn, args);
  const [row] = await database.query<ResultRow>(text, values);
  return readResult(row) as Result;
}

/** What a query finds, as JSON: the same on every Postgres and driver, times in ISO 8601 with zone. */
export async function rowsOn<Row = Record<string, unknown>>(
  database: TestDatabase,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const [found] = await database.query<{ rows: string }>(
    `select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as rows from (${sql}) t`,
    values,
  );
  return JSON.parse(found?.rows ?? '[]') as Row[];
}

/** Runs `body` in a transaction that is rolled back: for settings and for what would reach other tests. */
export async function rolledBackOn<Result>(
  database: TestDatabase,
  body: () => Promise<Result>,
): Promise<Result> {
  await database.query('begin');
  try {
    return await body();
  } finally {
    await database.query('rollback');
  }
}
