import { rolledBack, run } from '../support/index.ts';

/** The roles that PostgREST switches to for a request from outside. */
export const BROWSER_ROLES = ['anon', 'authenticated'] as const;

/** Runs `body` as a role, in a transaction that is rolled back. */
export function asRole<Result>(role: string, body: () => Promise<Result>): Promise<Result> {
  return rolledBack(async () => {
    await run(`set local role ${role}`);
    return body();
  });
}
