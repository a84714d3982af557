export interface KeptOptions {
  readonly mostBytes: number;
  /** Milliseconds. */
  readonly now?: () => number;
}

interface Entry<Value> {
  readonly value: Value;
  readonly bytes: number;
  readonly until: number;
}

/** What was asked for lately, in memory alone, each for a while; what was asked for the longest ago goes first. */
export class Kept<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #mostBytes: number;
  readonly #now: () => number;
  #bytes = 0;

  constructor({ mostBytes, now = Date.now }: KeptOptions) {
    this.#mostBytes = mostBytes;
    this.#now = now;
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    if (entry.until <= this.#now()) {
      this.#forget(key);
      return undefined;
    }
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** For so many milliseconds at the most. */
  keep(key: string, value: Value, { bytes, ms }: { bytes: number; ms: number }): void {
    this.#forget(key);
    this.#entries.set(key, { value, bytes, until: this.#now() + ms });
    this.#bytes += bytes;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#mostBytes) return;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    this.#bytes -= this.#entries.get(key)?.bytes ?? 0;
    this.#entries.delete(key);
  }
}
