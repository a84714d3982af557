import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseFunctions } from '../database/functions.ts';
import type { Logger } from '../logger.ts';

export interface LevelSlicesOptions {
  functions: Pick<DatabaseFunctions, 'findPendingLevels' | 'recomputeLevels'>;
  log: Logger;
  now: () => Date;
  /** How often it is looked for what another replica has left undone, in milliseconds; a minute unless given. */
  everyMs?: number;
  /** How many members a slice has. */
  size?: number;
  /** Between two slices, in milliseconds: awards of the same members go first. */
  pauseMs?: number;
}

/**
 * Brings stored levels after a changed curve, a slice of members at a time. How far it got is in the database: whoever
 * comes next goes on there, and replicas that do it at once do no harm.
 */
export class LevelSlices {
  readonly #options: Required<LevelSlicesOptions>;
  readonly #stopped = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #turn: Promise<void> | undefined;
  #again = false;

  constructor(options: LevelSlicesOptions) {
    this.#options = { everyMs: 60_000, size: 500, pauseMs: 20, ...options };
  }

  start(): void {
    this.#timer = setInterval(() => this.begin(), this.#options.everyMs).unref();
    this.begin();
  }

  /** Looks for communities whose levels are behind, without anybody waiting for it. */
  begin(): void {
    this.#again = true;
    this.#turn ??= this.#takeTurns();
  }

  /** Resolves once the slice that is under way is done. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    clearInterval(this.#timer);
    await this.#turn;
  }

  async #takeTurns(): Promise<void> {
    while (this.#again && !this.#stopped.signal.aborted) {
      this.#again = false;
      await this.#tryAll();
    }
    this.#turn = undefined;
  }

  async #tryAll(): Promise<void> {
    const { functions, log } = this.#options;
    try {
      for (const communityId of await functions.findPendingLevels()) await this.#finish(communityId);
    } catch (error) {
      log.warn({ err: error }, 'Could not recompute levels after a changed curve; tried again later');
    }
  }

  async #finish(communityId: string): Promise<void> {
    const { functions, log, now, size, pauseMs } = this.#options;
    let members = 0;
    while (!this.#stopped.signal.aborted) {
      const slice = await functions.recomputeLevels(communityId, size, now().toISOString());
      members += slice.members;
      if (slice.done)
        return void log.info({ communityId, members }, 'Recomputed the levels after a changed curve');
      await sleep(pauseMs, undefined, { signal: this.#stopped.signal }).catch(() => undefined);
    }
  }
}
