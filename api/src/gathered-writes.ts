export interface GatheredWritesOptions<Item> {
  /** Writes many at once; a failure loses them. */
  write: (items: Item[]) => Promise<unknown>;
  /** Hears of that, and how many they were. */
  lost: (error: unknown, count: number) => void;
  /** At most one write in this time, in milliseconds. */
  intervalMs: number;
  /** Calls back after so many milliseconds; must not keep the process alive. */
  schedule?: ((callback: () => void, ms: number) => unknown) | undefined;
}

const MOST_AT_ONCE = 1000;

/** Small writes that may be lost and can wait: the last one of each key, a few seconds' worth in one call. */
export class GatheredWrites<Item> {
  readonly #options: GatheredWritesOptions<Item>;
  #waiting = new Map<string, Item>();
  #scheduled = false;
  #flushing: Promise<void> = Promise.resolve();

  constructor(options: GatheredWritesOptions<Item>) {
    this.#options = options;
  }

  /** What waits to be written under this key. */
  get(key: string): Item | undefined {
    return this.#waiting.get(key);
  }

  /** In place of what waits under the same key. */
  set(key: string, item: Item): void {
    this.#waiting.set(key, item);
    if (this.#scheduled) return;
    this.#scheduled = true;
    const { schedule = (callback, ms) => setTimeout(callback, ms).unref(), intervalMs } = this.#options;
    schedule(() => {
      this.#scheduled = false;
      void this.flush();
    }, intervalMs);
  }

  /** Resolves once everything so far was written, or was given up. */
  flush(): Promise<void> {
    return (this.#flushing = this.#flushing.then(() => this.#writeAll()));
  }

  async #writeAll(): Promise<void> {
    const items = [...this.#waiting.values()];
    this.#waiting = new Map();
    const { write, lost } = this.#options;
    for (let start = 0; start < items.length; start += MOST_AT_ONCE) {
      const part = items.slice(start, start + MOST_AT_ONCE);
      await write(part).catch((error: unknown) => lost(error, part.length));
    }
  }
}
