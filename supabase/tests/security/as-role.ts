import { database } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { rolledBackOn } from '../support/on.ts';

/** The roles that PostgREST switches to for a request from outside. */
export const BROWSER_ROLES = ['anon', 'authenticated'] as const;

/** Runs `body` as a role, in a transaction that is rolled back. */
export function asRole<Result>(
  role: string,
  body: () => Promise<Result>,
  on: TestDatabase = database,
): Promise<Result> {
  return rolledBackOn(on, async () => {
    await on.query(`set local role ${role}`);
    return body();
  });
}
