import type { DatabaseFunctions } from '../database/functions.ts';
import { GatheredWrites, type GatheredWritesOptions } from '../gathered-writes.ts';
import type { Logger } from '../logger.ts';

interface Use {
  communityId: string;
  keyId: string;
  /** To the minute. */
  at: string;
}

export interface KeyUsesOptions extends Pick<GatheredWritesOptions<Use>, 'schedule'> {
  functions: Pick<DatabaseFunctions, 'touchApiKeys'>;
  log: Logger;
  now: () => Date;
  intervalMs?: number;
}

const MINUTE_MS = 60_000;

/** When each key was last used, to the minute. */
export class KeyUses {
  readonly #now: () => Date;
  readonly #uses: GatheredWrites<Use>;
  /** What was told in this minute need not be told again. */
  #told = new Set<string>();
  #minute = 0;

  constructor({ functions, now, intervalMs = 10_000, log, schedule }: KeyUsesOptions) {
    this.#now = now;
    this.#uses = new GatheredWrites({
      write: (uses) => functions.touchApiKeys(uses),
      lost: (error, keys) => log.warn({ err: error, keys }, 'The last use of keys could not be noted'),
      intervalMs,
      schedule,
    });
  }

  add({ communityId, keyId }: { communityId: string; keyId: string }): void {
    const minute = Math.floor(this.#now().getTime() / MINUTE_MS);
    if (minute !== this.#minute) this.#told.clear();
    this.#minute = minute;
    if (this.#told.has(keyId)) return;
    this.#told.add(keyId);
    this.#uses.set(keyId, { communityId, keyId, at: new Date(minute * MINUTE_MS).toISOString() });
  }

  /** Resolves once every use so far was sent, or was given up. */
  flush(): Promise<void> {
    return this.#uses.flush();
  }
}
