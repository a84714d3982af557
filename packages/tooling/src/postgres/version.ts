import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { ServerUser } from './server-user.ts';

/** Asks the binary itself, as the user who will run it: that also shows whether they can. */
export function askVersion(
  directory: string,
  user: ServerUser | undefined,
): { version: string | undefined; problem: string } {
  const run = spawnSync(join(directory, 'postgres'), ['--version'], { ...user, cwd: '/', encoding: 'utf8' });
  const version = /\(PostgreSQL\) (\d+(?:\.\d+)*)/.exec(run.stdout ?? '')?.[1];
  return { version, problem: run.error?.message ?? run.stderr };
}
