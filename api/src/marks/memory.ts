import type { Mark, Marks } from './port.ts';
import { checkTimeToLive } from './time-to-live.ts';

interface Kept {
  mark: Mark;
  expiresAt: number;
}

/** Marks of one process, with what Redis would answer to `MGET` and `SET … PX`. */
export class MemoryMarks implements Marks {
  readonly name = 'memory';
  readonly #now: () => Date;
  readonly #limit: number;
  readonly #kept = new Map<string, Kept>();

  /** Past `limit` marks the ones written longest ago are dropped. */
  constructor(options: { now: () => Date; limit?: number }) {
    this.#now = options.now;
    this.#limit = options.limit ?? 100_000;
  }

  async read(ids: string[]): Promise<(Mark | null)[]> {
    const now = this.#now().getTime();
    return ids.map((id) => this.#readOne(id, now));
  }

  async write(entries: { id: string; mark: Mark; ttlMs: number }[]): Promise<void> {
    const now = this.#now().getTime();
    for (const { id, mark, ttlMs } of entries) {
      checkTimeToLive(ttlMs);
      this.#kept.delete(id);
      this.#kept.set(id, { mark: { ...mark }, expiresAt: now + ttlMs });
    }
    this.#dropOldest();
  }

  async forget(ids: string[]): Promise<void> {
    for (const id of ids) this.#kept.delete(id);
  }

  async close(): Promise<void> {
    this.#kept.clear();
  }

  #readOne(id: string, now: number): Mark | null {
    const kept = this.#kept.get(id);
    if (!kept) return null;
    if (now < kept.expiresAt) return { ...kept.mark };
    this.#kept.delete(id);
    return null;
  }

  #dropOldest(): void {
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#limit) return;
      this.#kept.delete(oldest);
    }
  }
}
