import type { Redis } from '@upstash/redis';
import { toUpstashFailure } from '../upstash.ts';
import type { Mark, Marks } from './port.ts';
import { checkTimeToLive } from './time-to-live.ts';

const PREFIX = 'wee5:mark:';

/**
 * Marks in Redis, shared by every replica.
 *
 * A batch is written as a pipeline of `SET … PX`: one round trip, and one billed command per mark. A script would
 * be billed for itself and for each command in it, and `MSET` knows no time to live.
 */
export class UpstashMarks implements Marks {
  readonly name = 'upstash';
  readonly #redis: Redis;

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  async read(ids: string[]): Promise<(Mark | null)[]> {
    if (ids.length === 0) return [];
    const values = await this.#ask(() => this.#redis.mget<unknown[]>(...ids.map((id) => PREFIX + id)));
    return ids.map((_, index) => toMark(values[index]));
  }

  async write(entries: { id: string; mark: Mark; ttlMs: number }[]): Promise<void> {
    for (const { ttlMs } of entries) checkTimeToLive(ttlMs);
    if (entries.length === 0) return;
    const pipeline = this.#redis.pipeline();
    for (const { id, mark, ttlMs } of entries) pipeline.set(PREFIX + id, toText(mark), { px: ttlMs });
    await this.#ask(() => pipeline.exec());
  }

  async forget(ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#ask(() => this.#redis.del(...ids.map((id) => PREFIX + id)));
  }

  /** Nothing is held: a request lasts no longer than its patience. */
  async close(): Promise<void> {}

  async #ask<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    try {
      return await ask();
    } catch (error) {
      throw toUpstashFailure(error);
    }
  }
}

function toText({ at, key }: Mark): string {
  return JSON.stringify([at, key]);
}

/** What we did not write is no mark: it refuses nothing. */
function toMark(value: unknown): Mark | null {
  if (typeof value !== 'string') return null;
  const parsed = parse(value);
  if (!Array.isArray(parsed) || parsed.length !== 2) return null;
  const [at, key] = parsed as unknown[];
  return Number.isSafeInteger(at) && typeof key === 'string' ? { at: at as number, key } : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
