import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { guardDirectory } from '../servers/guard.ts';
import { startOnFreePort } from '../servers/start-on-free-port.ts';
import { findRedis } from './find-redis.ts';
import { RedisProcess } from './redis-process.ts';

/** A real Redis on loopback that lives as long as the process that started it. */
export interface RedisServer {
  /** `redis://127.0.0.1:port`; the same after a restart. */
  readonly url: string;
  /** For example `7.0.15`. */
  readonly version: string;
  /** Ends the server and removes its directory. Safe to call twice. */
  stop(): Promise<void>;
  /** The crash: SIGKILL. Everything it kept is lost. */
  kill(): Promise<void>;
  /** Starts again on the same port, empty; a server that still runs is killed before. */
  restart(): Promise<void>;
}

/** Starts a throwaway Redis on 127.0.0.1. Rejects where `redis-server` is missing, or with its log. */
export async function startRedis(): Promise<RedisServer> {
  const found = findRedis();
  if ('missing' in found) throw new Error(`No Redis to test with: ${found.missing}.`);
  const directory = await mkdtemp(join(tmpdir(), 'wee5-redis-'));
  const release = guardDirectory(directory, 'redis.pid');
  const server = new RedisProcess(found.file, directory);
  try {
    const port = await startOnFreePort(server, 'Address already in use');
    return new RunningRedis({ server, port, directory, version: found.version, release });
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    release();
    throw error;
  }
}

interface RunningParts {
  server: RedisProcess;
  port: number;
  directory: string;
  version: string;
  release: () => void;
}

class RunningRedis implements RedisServer {
  readonly url: string;
  readonly version: string;
  readonly #parts: RunningParts;
  readonly #onExit = (): void => this.#parts.server.killAtOnce();
  #turn: Promise<void> = Promise.resolve();

  constructor(parts: RunningParts) {
    this.#parts = parts;
    this.url = `redis://127.0.0.1:${parts.port}`;
    this.version = parts.version;
    process.once('exit', this.#onExit);
  }

  stop(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#parts.server.kill();
      await rm(this.#parts.directory, { recursive: true, force: true });
      this.#parts.release();
      process.off('exit', this.#onExit);
    });
  }

  kill(): Promise<void> {
    return this.#inTurn(() => this.#parts.server.kill());
  }

  restart(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#parts.server.kill();
      await this.#parts.server.start(this.#parts.port);
    });
  }

  /** Two starts at once would lose sight of one of the processes. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }
}
