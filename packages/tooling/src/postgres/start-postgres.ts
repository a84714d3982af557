import { execFile } from 'node:child_process';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findBinaries } from './binaries.ts';
import type { PostgresBinaries } from './binaries.ts';
import { guardDirectory } from '../servers/guard.ts';
import { startOnFreePort } from '../servers/start-on-free-port.ts';
import { Postmaster, serverEnvironment } from './postmaster.ts';
import { findServerUser } from './server-user.ts';
import type { ServerUser } from './server-user.ts';

export interface PostgresOptions {
  /** False turns fsync off: faster, and only a power cut could tell. Default true. */
  durable?: boolean;
}

/** A real Postgres on loopback that lives as long as the process that started it. */
export interface PostgresServer {
  /** Connects as superuser to the database `postgres`; the same after a restart. */
  readonly url: string;
  /** For example `system 15.18` or `embedded 17.10`. */
  readonly source: PostgresBinaries['source'];
  /** Ends the server at once and removes its data. Safe to call twice. */
  stop(): Promise<void>;
  /** The crash: SIGKILL for the server and all its processes. */
  kill(): Promise<void>;
  /** Starts again on the same data and port; a server that still runs is shut down in order before. */
  restart(): Promise<void>;
}

/**
 * Starts a throwaway Postgres on 127.0.0.1: the system's (15 or newer), else the one npm installed.
 * `WEE5_TEST_POSTGRES=system|embedded` forces one. Rejects with the server's log when it cannot start.
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresServer> {
  const user = findServerUser();
  // Root's own TMPDIR may be closed to the user whom the server runs as.
  const directory = await mkdtemp(join(user ? '/tmp' : tmpdir(), 'wee5-postgres-'));
  const release = guardDirectory(directory);
  try {
    if (user) await chown(directory, user.uid, user.gid);
    const { directory: binaries, source } = await findBinaries(user, directory);
    await initialize(binaries, directory, user);
    const postmaster = new Postmaster({ binaries, directory, user, durable: options.durable ?? true });
    const port = await startOnFreePort(postmaster, 'could not bind');
    return new RunningPostgres({ postmaster, port, directory, source, release });
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    release();
    throw error;
  }
}

async function initialize(binaries: string, directory: string, user: ServerUser | undefined): Promise<void> {
  const options = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C', '--no-sync'];
  try {
    await promisify(execFile)(join(binaries, 'initdb'), [...options, '-D', join(directory, 'data')], {
      ...user,
      cwd: directory,
      env: serverEnvironment(),
    });
  } catch (cause) {
    throw new Error(`initdb failed: ${(cause as { stderr?: string }).stderr ?? ''}`, { cause });
  }
}

interface RunningParts {
  postmaster: Postmaster;
  port: number;
  directory: string;
  source: PostgresBinaries['source'];
  release: () => void;
}

class RunningPostgres implements PostgresServer {
  readonly url: string;
  readonly source: PostgresBinaries['source'];
  readonly #parts: RunningParts;
  readonly #onExit = (): void => this.#parts.postmaster.signal('SIGQUIT');

  constructor(parts: RunningParts) {
    this.#parts = parts;
    this.url = `postgres://postgres@127.0.0.1:${parts.port}/postgres`;
    this.source = parts.source;
    process.once('exit', this.#onExit);
  }

  async stop(): Promise<void> {
    await this.#parts.postmaster.stop('immediate');
    await rm(this.#parts.directory, { recursive: true, force: true });
    this.#parts.release();
    process.off('exit', this.#onExit);
  }

  kill(): Promise<void> {
    return this.#parts.postmaster.kill();
  }

  async restart(): Promise<void> {
    await this.#parts.postmaster.stop('fast');
    await this.#parts.postmaster.start(this.#parts.port);
  }
}
