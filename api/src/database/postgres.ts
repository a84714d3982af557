import { checked, readResult } from './call-statement.ts';
import type { Log } from './log.ts';
import { OpenCalls } from './open-calls.ts';
import type { CallOptions, Database, Listening, OnGap, OnMessage } from './port.ts';
import { fromPg, readAddress } from './postgres-driver.ts';
import { CommitListener } from './postgres-listener.ts';
import { migratePostgres } from './postgres-migrate.ts';
import { PostgresPool } from './postgres-pool.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host:5432/database`; a transaction pooler will do. */
  url: string;
  /** A direct connection for LISTEN, where `url` is a transaction pooler. Default: `url`. */
  listenUrl?: string | undefined;
  /** Its migrations are applied before the database is used. Default: none, somebody else migrates. */
  migrationsDir?: string | undefined;
  /** Within this time a call has answered or been rejected, waiting for a connection included. Default 1500. */
  callTimeoutMs?: number;
  /** Connections at most, the one that listens aside. Default 10. */
  poolSize?: number;
  /** How often the listening connection is tried, so that one which died silently is noticed. Default 15 000. */
  heartbeatMs?: number;
  /** Gets a line for whatever takes long or goes wrong. */
  log?: Log;
}

/**
 * Opens a Postgres, migrated first where `migrationsDir` is given.
 *
 * @throws a `DatabaseError` (`unavailable`) when migrating cannot connect, an `Error` when a migration fails.
 */
export async function openPostgres(options: PostgresOptions): Promise<Database> {
  const { url, listenUrl = url, migrationsDir, log = () => {} } = options;
  const address = readAddress(url);
  readAddress(listenUrl);
  if (migrationsDir !== undefined) await migratePostgres(url, migrationsDir, log);
  return new PostgresDatabase(`postgres at ${address}`, options);
}

/** The port on a pool of Postgres connections, none of which keeps anything between two calls. */
class PostgresDatabase implements Database {
  readonly name: string;
  readonly #pool: PostgresPool;
  readonly #listener: CommitListener;
  readonly #calls = new OpenCalls();

  constructor(name: string, options: PostgresOptions) {
    const { url, listenUrl = url, heartbeatMs = 15_000, log = () => {} } = options;
    this.name = name;
    this.#pool = new PostgresPool({ callTimeoutMs: 1500, poolSize: 10, ...options, log });
    this.#listener = new CommitListener({ url: listenUrl, heartbeatMs, log });
  }

  call<Result>(fn: string, args: Record<string, unknown>, options?: CallOptions): Promise<Result> {
    return this.#calls.run(async () => {
      for (const name of [fn, ...Object.keys(args)]) checked(name);
      try {
        return readResult(await this.#pool.run(fn, args, options)) as Result;
      } catch (error) {
        throw fromPg(error);
      }
    });
  }

  listen(onMessage: OnMessage, onGap: OnGap): Promise<Listening> {
    return this.#calls.run(() => this.#listener.add({ onMessage, onGap }));
  }

  close(): Promise<void> {
    return this.#calls.close(async () => {
      await Promise.all([this.#listener.close(), this.#pool.close()]);
    });
  }
}
