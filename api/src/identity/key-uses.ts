import type { DatabaseFunctions } from '../database/functions.ts';
import type { Logger } from '../logger.ts';

export interface KeyUsesOptions {
  functions: Pick<DatabaseFunctions, 'touchApiKeys'>;
  log: Logger;
  now: () => Date;
  /** At most one call in this time, in milliseconds. */
  intervalMs?: number;
  /** Calls back after so many milliseconds; must not keep the process alive. */
  schedule?: (callback: () => void, ms: number) => unknown;
}

interface Use {
  communityId: string;
  keyId: string;
  /** To the minute. */
  at: string;
}

const MINUTE_MS = 60_000;
const MOST_AT_ONCE = 1000;

/** When each key was last used, to the minute, many keys in one call. Losing some is acceptable. */
export class KeyUses {
  readonly #options: Required<KeyUsesOptions>;
  #waiting = new Map<string, Use>();
  /** What was told in this minute need not be told again. */
  #told = new Set<string>();
  #minute = 0;
  #scheduled = false;
  #flushing: Promise<void> = Promise.resolve();

  constructor(options: KeyUsesOptions) {
    this.#options = {
      intervalMs: 10_000,
      schedule: (callback, ms) => setTimeout(callback, ms).unref(),
      ...options,
    };
  }

  add({ communityId, keyId }: { communityId: string; keyId: string }): void {
    const minute = Math.floor(this.#options.now().getTime() / MINUTE_MS);
    if (minute !== this.#minute) this.#told.clear();
    this.#minute = minute;
    if (this.#told.has(keyId)) return;
    this.#told.add(keyId);
    this.#waiting.set(keyId, { communityId, keyId, at: new Date(minute * MINUTE_MS).toISOString() });
    this.#schedule();
  }

  /** Resolves once every use so far was sent, or was given up. */
  flush(): Promise<void> {
    return (this.#flushing = this.#flushing.then(() => this.#send()));
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#options.schedule(() => {
      this.#scheduled = false;
      void this.flush();
    }, this.#options.intervalMs);
  }

  async #send(): Promise<void> {
    const uses = [...this.#waiting.values()];
    this.#waiting = new Map();
    for (let start = 0; start < uses.length; start += MOST_AT_ONCE) {
      const part = uses.slice(start, start + MOST_AT_ONCE);
      await this.#options.functions
        .touchApiKeys(part)
        .catch((error: unknown) =>
          this.#options.log.warn(
            { err: error, keys: part.length },
            'The last use of keys could not be noted',
          ),
        );
    }
  }
}
