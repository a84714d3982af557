import type { DatabaseFunctions } from './database/functions.ts';
import type { IntegrityFunctions } from './database/integrity-functions.ts';
import type { Logger } from './logger.ts';

export interface UpkeepOptions {
  functions: Pick<DatabaseFunctions, 'deleteExpiredEvents'>;
  integrity: Pick<IntegrityFunctions, 'deleteExpiredChecks'>;
  log: Logger;
  now: () => Date;
  /** In milliseconds; six hours unless given. */
  everyMs?: number;
}

const EVERY_MS = 6 * 60 * 60_000;

/**
 * Deletes what is kept for a time only: quarantined events for 30 days, checks of the log for 90. Replicas that do it at
 * once do no harm.
 */
export class Upkeep {
  readonly #options: UpkeepOptions;
  #timer: NodeJS.Timeout | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(options: UpkeepOptions) {
    this.#options = options;
  }

  /** Begins at once, without anybody waiting for it. */
  start(): void {
    this.#timer = setInterval(() => this.#begin(), this.#options.everyMs ?? EVERY_MS).unref();
    this.#begin();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#turn;
  }

  #begin(): void {
    this.#turn = this.#deleteExpired();
  }

  async #deleteExpired(): Promise<void> {
    const { functions, integrity, now } = this.#options;
    const at = now().toISOString();
    await this.#delete('Quarantined events of more than 30 days ago', () =>
      functions.deleteExpiredEvents(at),
    );
    await this.#delete('Checks of more than 90 days ago', () => integrity.deleteExpiredChecks(at));
  }

  async #delete(what: string, remove: () => Promise<number>): Promise<void> {
    const { log } = this.#options;
    try {
      const deleted = await remove();
      if (deleted > 0) log.info({ deleted }, `${what} were deleted`);
    } catch (error) {
      log.warn({ err: error }, `${what} could not be deleted; tried again later`);
    }
  }
}
