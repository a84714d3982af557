import { existsSync } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { DurableNodeFS, durableStartParams } from './durable-fs.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migrations.ts';
import { migrationSession } from './pglite-session.ts';
import { migratedSnapshot } from './snapshot.ts';
import type { SnapshotOptions } from './snapshot.ts';

/** Opens the PGlite of `dir`, made from the snapshot where there is none, and migrates it. The caller has locked it. */
export async function openCluster(dir: string, options: SnapshotOptions): Promise<PGlite> {
  if (!existsSync(dir)) await createCluster(dir, await migratedSnapshot(options));
  const pglite = await start(dir);
  try {
    await migrateForward(pglite, options);
    return pglite;
  } catch (error) {
    await pglite.close();
    throw error;
  }
}

/** Made beside its place and renamed into it when complete and on disk: a crash leaves no half of a database. */
async function createCluster(dir: string, snapshot: Blob): Promise<void> {
  const unfinished = `${dir}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const pglite = await PGlite.create({ fs: new NodeFS(unfinished), loadDataDir: snapshot });
  await pglite.close();
  await syncTree(unfinished);
  await rename(unfinished, dir);
  await sync(dirname(dir));
}

async function start(dir: string): Promise<PGlite> {
  // PGlite would take any other directory for a new one and fill it.
  if (!existsSync(join(dir, 'PG_VERSION'))) throw unusable(dir, 'it holds no database');
  const said: string[] = [];
  const onStderr = (line: string): boolean => said.push(line) > 0;
  try {
    return await PGlite.create({ fs: new DurableNodeFS(dir), startParams: durableStartParams, onStderr });
  } catch (cause) {
    const reason = said.findLast((line) => /(FATAL|PANIC):/.test(line));
    throw unusable(dir, reason?.replace(/^.*(FATAL|PANIC): +/, '') ?? String(cause), cause);
  }
}

function unusable(dir: string, reason: string, cause?: unknown): Error {
  return new Error(
    `The embedded database in ${dir} cannot be opened: ${reason}. ` +
      'Restore it from a backup, or set WEE5_DATA_DIR to another directory.',
    { cause },
  );
}

async function migrateForward(pglite: PGlite, { migrationsDir, log }: SnapshotOptions): Promise<void> {
  const applied = await migrate(migrationSession(pglite), await readMigrations(migrationsDir), log);
  // There is one session for the whole life of the process: what a migration has set must not outlive it.
  if (applied > 0) await pglite.exec('discard all');
}

/** One after the other: all at once would need as many open files. */
async function syncTree(dir: string): Promise<void> {
  for (const entry of await readdir(dir, { recursive: true })) await sync(join(dir, entry));
  await sync(dir);
}

async function sync(path: string): Promise<void> {
  const isDirectory = (await stat(path)).isDirectory();
  // Windows cannot sync a directory, and syncs only a file that may be written.
  if (isDirectory && process.platform === 'win32') return;
  const handle = await open(path, isDirectory ? 'r' : 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
