import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { prepareEmbedded } from './embedded.ts';
import type { ServerUser } from './server-user.ts';
import { askVersion } from './version.ts';

/** Where `postgres` and `initdb` are, and what they are. */
export interface PostgresBinaries {
  directory: string;
  source: `${'system' | 'embedded'} ${string}`;
}

/** The oldest Postgres the schema is written for. */
const OLDEST_MAJOR = 15;

const DEBIAN_DIRECTORY = '/usr/lib/postgresql';

/**
 * The system's Postgres where there is one, else the one that npm installed.
 * `scratch` is where the latter may be copied to when `user` cannot reach it.
 */
export async function findBinaries(user: ServerUser | undefined, scratch: string): Promise<PostgresBinaries> {
  const wanted = process.env['WEE5_TEST_POSTGRES'];
  if (wanted !== undefined && wanted !== 'system' && wanted !== 'embedded') {
    throw new Error(`WEE5_TEST_POSTGRES must be "system" or "embedded", not ${JSON.stringify(wanted)}.`);
  }
  const system = wanted === 'embedded' ? undefined : findSystem(user);
  if (system) return system;
  if (wanted === 'system') {
    throw new Error(
      `WEE5_TEST_POSTGRES=system, but no Postgres ${OLDEST_MAJOR} or newer is in PATH or ${DEBIAN_DIRECTORY}.`,
    );
  }
  const directory = await prepareEmbedded(user, scratch);
  return { directory, source: `embedded ${askVersion(directory, user).version}` };
}

function findSystem(user: ServerUser | undefined): PostgresBinaries | undefined {
  for (const directory of systemDirectories()) {
    if (!existsSync(join(directory, 'postgres')) || !existsSync(join(directory, 'initdb'))) continue;
    const { version } = askVersion(directory, user);
    if (version && Number.parseInt(version, 10) >= OLDEST_MAJOR)
      return { directory, source: `system ${version}` };
  }
  return undefined;
}

function systemDirectories(): string[] {
  const inPath = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const versions = existsSync(DEBIAN_DIRECTORY) ? readdirSync(DEBIAN_DIRECTORY) : [];
  const newestFirst = versions.toSorted((a, b) => Number(b) - Number(a));
  return [...inPath, ...newestFirst.map((version) => join(DEBIAN_DIRECTORY, version, 'bin'))];
}
