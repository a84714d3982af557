import type { DatabaseFunctions } from './database/functions.ts';
import type { Logger } from './logger.ts';

export interface UpkeepOptions {
  functions: Pick<DatabaseFunctions, 'deleteExpiredEvents'>;
  log: Logger;
  now: () => Date;
  /** In milliseconds; six hours unless given. */
  everyMs?: number;
}

const EVERY_MS = 6 * 60 * 60_000;

/** Deletes what may be kept for 30 days only: quarantined events. Replicas that do it at once do no harm. */
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
    const { functions, log, now } = this.#options;
    try {
      const deleted = await functions.deleteExpiredEvents(now().toISOString());
      if (deleted > 0) log.info({ deleted }, 'Quarantined events of more than 30 days ago were deleted');
    } catch (error) {
      log.warn(
        { err: error },
        'Could not delete quarantined events of more than 30 days ago; tried again later',
      );
    }
  }
}
