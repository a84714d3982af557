import { join } from 'node:path';
import { messages } from '@electric-sql/pglite';
import type { PGlite } from '@electric-sql/pglite';
import { callStatement, readResult } from './call-statement.ts';
import type { ResultRow } from './call-statement.ts';
import { COMMIT_CHANNEL, deliver } from './commit-message.ts';
import { openCluster } from './cluster.ts';
import { hearsEverything } from './hears-everything.ts';
import { lockDirectory } from './lock-file.ts';
import type { Log } from './log.ts';
import { OpenCalls } from './open-calls.ts';
import { defaultCacheDir, defaultMigrationsDir } from './paths.ts';
import type { Database, Listening, OnMessage } from './port.ts';
import { createMigratedPglite } from './snapshot.ts';
import { toDatabaseError } from './to-database-error.ts';

export interface PgliteOptions {
  /** Where the database lives, for one process at a time; without it, in memory. */
  dataDir?: string | undefined;
  migrationsDir?: string;
  /** Where the prepared, migrated database is kept between starts. */
  cacheDir?: string;
  /** Gets a line for whatever takes long or goes wrong. */
  log?: Log;
}

/**
 * Opens the embedded database, migrated to the newest version.
 *
 * @throws an `Error` that says what to do when the directory is in use, made by a newer version, or damaged.
 */
export async function openPglite(options: PgliteOptions = {}): Promise<PgliteDatabase> {
  const {
    dataDir,
    migrationsDir = defaultMigrationsDir,
    cacheDir = defaultCacheDir,
    log = () => {},
  } = options;
  const snapshot = { migrationsDir, cacheDir, log };
  if (dataDir === undefined) return new PgliteDatabase(await createMigratedPglite(snapshot), { log });
  const unlock = lockDirectory(dataDir);
  try {
    const pglite = await openCluster(join(dataDir, 'postgres'), snapshot);
    return new PgliteDatabase(pglite, { log, unlock });
  } catch (error) {
    unlock();
    throw error;
  }
}

/** The port on a PGlite, whose own queue runs one call after the other. */
export class PgliteDatabase implements Database {
  readonly name = 'embedded (PGlite)';
  readonly #pglite: PGlite;
  readonly #log: Log;
  readonly #unlock: () => void;
  readonly #calls = new OpenCalls();

  constructor(
    pglite: PGlite,
    { log = () => {}, unlock = () => {} }: { log?: Log; unlock?: () => void } = {},
  ) {
    this.#pglite = pglite;
    this.#log = log;
    this.#unlock = unlock;
  }

  call<Result>(fn: string, args: Record<string, unknown>): Promise<Result> {
    return this.#calls.run(async () => {
      const { text, values } = callStatement(fn, args);
      try {
        const { rows } = await this.#pglite.query<ResultRow>(text, values);
        return readResult(rows[0]) as Result;
      } catch (error) {
        throw fromPglite(error);
      }
    });
  }

  /** The connection cannot be lost, so there is never a gap to tell of. */
  listen(onMessage: OnMessage): Promise<Listening> {
    return this.#calls.run(async () => {
      const handle = (payload: string): void => deliver(payload, onMessage, this.#log);
      const unlisten = await this.#pglite.listen(COMMIT_CHANNEL, handle);
      return hearsEverything(async () => {
        if (!this.#pglite.closed) await unlisten();
      });
    });
  }

  close(): Promise<void> {
    return this.#calls.close(async () => {
      try {
        await this.#pglite.close();
      } finally {
        this.#unlock();
      }
    });
  }
}

function fromPglite(error: unknown): Error {
  if (!(error instanceof messages.DatabaseError)) return toDatabaseError(error, undefined);
  // PGlite hangs the arguments on the error, and an error may end in a log.
  Object.assign(error, { params: undefined });
  return toDatabaseError(error, error.code);
}
