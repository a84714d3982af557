import type { DatabaseFunctions } from '../database/functions.ts';
import type { Logger } from '../logger.ts';
import type { Activity } from './activity.ts';

export interface TouchesOptions {
  database: Pick<DatabaseFunctions, 'touchMembers'>;
  log: Logger;
  /** At most one call in this time, in milliseconds. */
  intervalMs?: number;
  /** Calls back after so many milliseconds; must not keep the process alive. */
  schedule?: (callback: () => void, ms: number) => unknown;
}

type Touch = Pick<Activity, 'communityId' | 'userId' | 'at'>;

const MOST_AT_ONCE = 1000;

/**
 * Moves `last_active` of members whose activity was refused early: the latest time of each, a few seconds' worth
 * in one call. Losing some is acceptable, so a failure is only logged.
 */
export class Touches {
  readonly #options: Required<TouchesOptions>;
  #latest = new Map<string, Touch>();
  #scheduled = false;
  #flushing: Promise<void> = Promise.resolve();

  constructor(options: TouchesOptions) {
    this.#options = {
      intervalMs: 5000,
      schedule: (callback, ms) => setTimeout(callback, ms).unref(),
      ...options,
    };
  }

  add(touches: Iterable<Touch>): void {
    for (const touch of touches) this.#keepLatest(touch);
    if (this.#latest.size === 0 || this.#scheduled) return;
    this.#scheduled = true;
    this.#options.schedule(() => {
      this.#scheduled = false;
      void this.flush();
    }, this.#options.intervalMs);
  }

  /** Resolves once everything added so far was sent, or was given up. */
  flush(): Promise<void> {
    return (this.#flushing = this.#flushing.then(() => this.#send()));
  }

  #keepLatest({ communityId, userId, at }: Touch): void {
    const member = JSON.stringify([communityId, userId]);
    const known = this.#latest.get(member);
    if (!known || known.at < at) this.#latest.set(member, { communityId, userId, at });
  }

  async #send(): Promise<void> {
    const touches = [...this.#latest.values()].map((touch) => ({ ...touch, at: touch.at.toISOString() }));
    this.#latest = new Map();
    for (let start = 0; start < touches.length; start += MOST_AT_ONCE) {
      const part = touches.slice(start, start + MOST_AT_ONCE);
      await this.#options.database
        .touchMembers(part)
        .catch((error: unknown) =>
          this.#options.log.warn({ err: error, members: part.length }, 'last_active could not be moved'),
        );
    }
  }
}
