import pg from 'pg';
import { callStatement, type ResultRow } from './call-statement.ts';
import type { Log } from './log.ts';
import type { CallOptions } from './port.ts';
import { closed } from './postgres-driver.ts';

export interface PoolSettings {
  url: string;
  callTimeoutMs: number;
  poolSize: number;
  log: Log;
}

const LONGEST_CONNECT_MS = 2000;
const IDLE_MS = 30_000;

/** Runs statements on whichever connection is free, each within a time limit. */
export class PostgresPool {
  readonly #pool: pg.Pool;
  readonly #open = new Set<pg.Client>();
  readonly #callTimeoutMs: number;

  constructor({ url, callTimeoutMs, poolSize, log }: PoolSettings) {
    this.#callTimeoutMs = callTimeoutMs;
    this.#pool = new pg.Pool({
      connectionString: url,
      max: poolSize,
      connectionTimeoutMillis: Math.min(LONGEST_CONNECT_MS, callTimeoutMs),
      idleTimeoutMillis: IDLE_MS,
      keepAlive: true,
    });
    this.#pool.on('connect', (client) => this.#open.add(client));
    this.#pool.on('remove', (client) => this.#open.delete(client));
    // A connection that breaks while idle is replaced by the next call; unheard, its error would end the process.
    this.#pool.on('error', (error) => log(`An idle database connection was lost: ${error.message}`));
  }

  /** Rejects with the driver's error, in time even when the server is frozen or gone. */
  async run(
    fn: string,
    args: Record<string, unknown>,
    { patienceMs = this.#callTimeoutMs }: CallOptions = {},
  ): Promise<ResultRow | undefined> {
    const deadline = performance.now() + patienceMs;
    const client = await this.#pool.connect();
    let broken = true;
    // While the connection is lent out its errors reach nobody else; the rejected query tells of them.
    const ignore = (): void => {};
    client.on('error', ignore);
    try {
      const { rows } = await client.query<ResultRow>(timed(fn, args, deadline - performance.now()));
      broken = false;
      return rows[0];
    } catch (error) {
      broken = !isRefusal(error);
      throw error;
    } finally {
      client.off('error', ignore);
      client.release(broken);
    }
  }

  /** To be called when no statement is running. */
  async close(): Promise<void> {
    const streams = [...this.#open].map((client) => client.connection.stream);
    await this.#pool.end();
    await Promise.all(streams.map(closed));
  }
}

/**
 * The limit is the driver's, for this query alone: one on the server would be a setting of the session. Only waiting
 * for locks ends on the server, a little earlier, so that it is told as what it is and the connection is kept.
 */
function timed(
  fn: string,
  args: Record<string, unknown>,
  leftMs: number,
): pg.QueryConfig & { query_timeout: number } {
  const left = Math.max(1, leftMs);
  return { ...callStatement(fn, args, left * 0.9), query_timeout: left };
}

/**
 * Whether the server said no and goes on. After anything else the connection is not used again: the answer to a
 * call that timed out would be taken for the answer to the next one.
 */
function isRefusal(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.severity === 'ERROR';
}
