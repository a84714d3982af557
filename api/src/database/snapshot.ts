import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PGlite } from '@electric-sql/pglite';
import { cached } from './cache.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migrations.ts';
import type { Migration } from './migrations.ts';
import type { Log } from './log.ts';
import { migrationSession } from './pglite-session.ts';

export interface SnapshotOptions {
  migrationsDir: string;
  cacheDir: string;
  log?: Log | undefined;
}

/**
 * A migrated data directory as a tar file for PGlite's `loadDataDir`: built once (initdb in WASM takes seconds)
 * and then read from the cache. An edited migration only repeats the migrations, not initdb.
 */
export async function migratedSnapshot(options: SnapshotOptions): Promise<Blob> {
  const { migrationsDir, cacheDir: dir, log = () => {} } = options;
  const migrations = await readMigrations(migrationsDir);
  const tar = await cached({
    dir,
    name: `migrated-${keyOf(migrations)}`,
    build: async () => buildMigrated(await emptySnapshot(dir, log), migrations),
    log,
  });
  return new Blob([tar]);
}

/** A PGlite in memory that begins as the migrated snapshot; the caller closes it. */
export async function createMigratedPglite(options: SnapshotOptions): Promise<PGlite> {
  return PGlite.create({ loadDataDir: await migratedSnapshot(options) });
}

async function emptySnapshot(dir: string, log: Log): Promise<Blob> {
  const build = async (): Promise<Uint8Array<ArrayBuffer>> => {
    log('Preparing the embedded database (once, about 5 s) …');
    return dumpAndClose(await PGlite.create());
  };
  return new Blob([await cached({ dir, name: `empty-${keyOf([])}`, build, log })]);
}

async function buildMigrated(empty: Blob, migrations: Migration[]): Promise<Uint8Array<ArrayBuffer>> {
  const pglite = await PGlite.create({ loadDataDir: empty });
  try {
    await migrate(migrationSession(pglite), migrations);
  } catch (error) {
    await pglite.close();
    throw error;
  }
  return dumpAndClose(pglite);
}

async function dumpAndClose(pglite: PGlite): Promise<Uint8Array<ArrayBuffer>> {
  try {
    // The dump is of a running database; a checkpoint leaves its next start nothing to recover.
    await pglite.exec('checkpoint');
    const tar = await pglite.dumpDataDir('none');
    return new Uint8Array(await tar.arrayBuffer());
  } finally {
    await pglite.close();
  }
}

function keyOf(migrations: Migration[]): string {
  const hash = createHash('sha256').update(pgliteVersion());
  for (const { version, checksum } of migrations) hash.update(`\n${version} ${checksum}`);
  return hash.digest('hex').slice(0, 16);
}

function pgliteVersion(): string {
  // The package does not export its package.json, so it is found beside the entry point.
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const manifest = readFileSync(new URL('../package.json', `file://${entry}`), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
