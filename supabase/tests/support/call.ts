import { createDatabaseFunctions } from '../../../api/src/database/functions.ts';
import { database } from './database.ts';
import { callOn, rolledBackOn, rowsOn } from './on.ts';

/** {@link callOn} the database under test. */
export const call = <Result>(fn: string, args: Record<string, unknown>): Promise<Result> =>
  callOn(database, fn, args);

/** The functions by the names and types under which the API knows them. */
export const functions = createDatabaseFunctions({
  name: 'the schema under test',
  call,
  listen: () => Promise.reject(new Error('Use messagesDuring of this directory.')),
  close: () => Promise.resolve(),
});

/** {@link rowsOn} the database under test. */
export const rows = <Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  rowsOn(database, sql, values);

/** Runs a statement that changes something. */
export async function run(sql: string, values: unknown[] = []): Promise<void> {
  await database.query(sql, values);
}

/** {@link rolledBackOn} the database under test. */
export const rolledBack = <Result>(body: () => Promise<Result>): Promise<Result> =>
  rolledBackOn(database, body);
