import { randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import type { Log } from './log.ts';

/** About 5 MB each: enough for the branches somebody works on. */
const KEPT_FILES = 12;

export interface CacheEntry {
  dir: string;
  /** Must change whenever what `build` makes would. */
  name: string;
  build: () => Promise<Uint8Array<ArrayBuffer>>;
  log: Log;
}

/**
 * What `build` makes, kept gzipped as a file. The cache is only ever a saving of time: a file that is missing or
 * damaged (gzip carries a checksum) is built again, and a directory that cannot be written is done without.
 */
export async function cached({ dir, name, build, log }: CacheEntry): Promise<Uint8Array<ArrayBuffer>> {
  const file = join(dir, `${name}.gz`);
  const found = await read(file, log);
  if (found) return found;
  const built = await build();
  try {
    await write(dir, file, built);
  } catch (error) {
    log(
      `${dir} cannot keep the prepared database (${(error as Error).message}); the next start is slow too.`,
    );
  }
  return built;
}

async function read(file: string, log: Log): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const zipped = await readFile(file).catch(() => undefined);
  if (!zipped) return undefined;
  try {
    const content = gunzipSync(zipped);
    await markAsUsed(file);
    return content;
  } catch {
    log(`${file} is damaged and is built again.`);
    return undefined;
  }
}

/** Whoever builds the same file at the same time replaces it by the same content. */
async function write(dir: string, file: string, content: Uint8Array): Promise<void> {
  await mkdir(dir, { recursive: true });
  const unfinished = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(unfinished, gzipSync(content, { level: constants.Z_BEST_SPEED }));
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await prune(dir);
}

async function markAsUsed(file: string): Promise<void> {
  const now = new Date();
  // Another process may have removed it, or own it.
  await utimes(file, now, now).catch(() => {});
}

async function prune(dir: string): Promise<void> {
  const files = await Promise.all(
    (await readdir(dir)).map(async (name) => {
      const file = join(dir, name);
      return { file, usedAt: (await stat(file).catch(() => undefined))?.mtimeMs ?? 0 };
    }),
  );
  const newestFirst = files.toSorted((a, b) => b.usedAt - a.usedAt);
  await Promise.all(newestFirst.slice(KEPT_FILES).map(({ file }) => rm(file, { force: true })));
}
