import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';

const START_LIMIT_MS = 30_000;

/** One redis-server on one port: start, end, start again. It keeps nothing on disk, so an end loses everything. */
export class RedisProcess {
  readonly #file: string;
  readonly #directory: string;
  #child: ChildProcess | undefined;

  /** `directory` gets the pid file and `server.log`. */
  constructor(file: string, directory: string) {
    this.#file = file;
    this.#directory = directory;
  }

  /** Resolves once the server answers on `port`; rejects with the server's log when it does not. */
  async start(port: number): Promise<void> {
    const child = this.#spawn(port);
    this.#child = child;
    await once(child, 'spawn');
    child.unref();
    const deadline = Date.now() + START_LIMIT_MS;
    while (!(await answers(port, child.pid))) {
      if (!this.#isRunning() || Date.now() > deadline) {
        const what = this.#isRunning() ? 'did not answer in time' : 'stopped while starting';
        await this.kill();
        throw new Error(`Redis ${what}. Its log:\n${this.#readLog()}`);
      }
      await sleep(10);
    }
  }

  /** SIGKILL; resolves when the process is gone. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || !this.#isRunning()) return;
    const exited = once(child, 'exit');
    child.ref();
    child.kill('SIGKILL');
    await exited;
    // A later process may get the same id, and the guard would end that one.
    rmSync(join(this.#directory, 'redis.pid'), { force: true });
  }

  /** For the moment when this process ends and nothing can be waited for. */
  killAtOnce(): void {
    if (this.#isRunning()) this.#child?.kill('SIGKILL');
  }

  #isRunning(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  #spawn(port: number): ChildProcess {
    const log = openSync(join(this.#directory, 'server.log'), 'a');
    try {
      return spawn(this.#file, this.#settings(port), {
        cwd: this.#directory,
        env: { PATH: process.env['PATH'], LC_ALL: 'C' },
        // Its own session: Ctrl-C in the terminal must not end the server before the code under test.
        detached: true,
        stdio: ['ignore', log, log],
      });
    } finally {
      closeSync(log);
    }
  }

  #settings(port: number): string[] {
    const settings = {
      port,
      bind: '127.0.0.1',
      dir: this.#directory,
      pidfile: join(this.#directory, 'redis.pid'),
      save: '',
      appendonly: 'no',
      databases: 64,
    };
    return Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  }

  #readLog(): string {
    return readFileSync(join(this.#directory, 'server.log'), 'utf8').slice(-4000);
  }
}

/** Whether it is this process that answers, not another server on the same port. */
async function answers(port: number, pid: number | undefined): Promise<boolean> {
  const client = new Redis({ host: '127.0.0.1', port, lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.info('server')).includes(`process_id:${pid}\r\n`);
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}
