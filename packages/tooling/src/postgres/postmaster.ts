import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { childrenOf, stillRunning } from './process-table.ts';
import type { ServerUser } from './server-user.ts';

export interface PostmasterOptions {
  binaries: string;
  /** Holds `data/` and `server.log`. */
  directory: string;
  user: ServerUser | undefined;
  durable: boolean;
}

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 30_000;

/** One server process on one data directory: start, stop, kill, start again. */
export class Postmaster {
  readonly #options: PostmasterOptions;
  readonly #dataDirectory: string;
  readonly #logFile: string;
  #child: ChildProcess | undefined;

  constructor(options: PostmasterOptions) {
    this.#options = options;
    this.#dataDirectory = join(options.directory, 'data');
    this.#logFile = join(options.directory, 'server.log');
  }

  /** Resolves once the server answers a query on `port`; rejects with the server's log when it does not. */
  async start(port: number): Promise<void> {
    const child = this.#spawn(port);
    this.#child = child;
    await once(child, 'spawn');
    child.unref();
    const deadline = Date.now() + START_LIMIT_MS;
    while (!(await answers(port, this.#dataDirectory))) {
      if (!this.#isRunning() || Date.now() > deadline) {
        const what = this.#isRunning() ? 'did not answer in time' : 'stopped while starting';
        await this.kill();
        throw new Error(`Postgres ${what}. Its log:\n${this.#readLog()}`);
      }
      await sleep(25);
    }
  }

  /** SIGINT (`fast`) writes everything down first; SIGQUIT (`immediate`) is for data that is thrown away. */
  async stop(how: 'fast' | 'immediate'): Promise<void> {
    if (!this.#child || !this.#isRunning()) return;
    this.signal(how === 'fast' ? 'SIGINT' : 'SIGQUIT');
    const deadline = Date.now() + STOP_LIMIT_MS;
    while (this.#isRunning() && Date.now() < deadline) await sleep(10);
    await this.kill();
  }

  /** SIGKILL for the server and every process it started; resolves when the last of them is gone. */
  async kill(): Promise<void> {
    const pid = this.#child?.pid;
    if (pid === undefined || !this.#isRunning()) return;
    // A stopped server cannot start another process while its children are looked up.
    this.signal('SIGSTOP');
    const all = [...childrenOf(pid), pid];
    for (const each of all) killQuietly(each);
    while (stillRunning(all).length > 0) await sleep(10);
    // A later process may get the same id, and the next start would take it for a living server.
    rmSync(join(this.#dataDirectory, 'postmaster.pid'), { force: true });
  }

  signal(signal: NodeJS.Signals): void {
    if (this.#isRunning()) this.#child?.kill(signal);
  }

  #isRunning(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  #spawn(port: number): ChildProcess {
    const { binaries, user } = this.#options;
    const log = openSync(this.#logFile, 'a');
    try {
      return spawn(join(binaries, 'postgres'), ['-D', this.#dataDirectory, ...this.#settings(port)], {
        ...user,
        cwd: this.#options.directory,
        env: serverEnvironment(),
        // Its own session: Ctrl-C in the terminal must not end the database before the code under test.
        detached: true,
        stdio: ['ignore', log, log],
      });
    } finally {
      closeSync(log);
    }
  }

  #settings(port: number): string[] {
    const settings = {
      listen_addresses: '127.0.0.1',
      port,
      // TCP alone: a socket's path has a length limit that a temporary directory can exceed.
      unix_socket_directories: '',
      // In the data directory, so that a killed server leaves nothing behind in /dev/shm.
      dynamic_shared_memory_type: 'mmap',
      max_connections: 100,
      timezone: 'UTC',
      fsync: this.#options.durable ? 'on' : 'off',
      synchronous_commit: 'on',
    };
    return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  }

  #readLog(): string {
    return readFileSync(this.#logFile, 'utf8').slice(-4000);
  }
}

/** What a server inherits: the caller's PG… and LC_… settings would change it. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
}

/** Whether it is this data directory's server that answers, not another one on the same port. */
async function answers(port: number, dataDirectory: string): Promise<boolean> {
  const client = new pg.Client({ ...localhost(port), connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory === dataDirectory;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function localhost(port: number): pg.ClientConfig {
  return { host: '127.0.0.1', port, user: 'postgres', database: 'postgres' };
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
