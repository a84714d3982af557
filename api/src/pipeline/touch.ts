import type { DatabaseFunctions } from '../database/functions.ts';
import { GatheredWrites, type GatheredWritesOptions } from '../gathered-writes.ts';
import type { Logger } from '../logger.ts';
import type { Activity } from './activity.ts';

type Touch = Pick<Activity, 'communityId' | 'userId' | 'at'>;

export interface TouchesOptions extends Pick<GatheredWritesOptions<Touch>, 'schedule'> {
  database: Pick<DatabaseFunctions, 'touchMembers'>;
  log: Logger;
  intervalMs?: number;
}

/** Moves `last_active` of members whose activity was refused early: the latest time of each. */
export class Touches {
  readonly #latest: GatheredWrites<Touch>;

  constructor({ database, intervalMs = 5000, log, schedule }: TouchesOptions) {
    this.#latest = new GatheredWrites({
      write: (touches) =>
        database.touchMembers(touches.map((touch) => ({ ...touch, at: touch.at.toISOString() }))),
      lost: (error, members) => log.warn({ err: error, members }, 'last_active could not be moved'),
      intervalMs,
      schedule,
    });
  }

  add(touches: Iterable<Touch>): void {
    for (const { communityId, userId, at } of touches) {
      const member = JSON.stringify([communityId, userId]);
      const known = this.#latest.get(member);
      if (!known || known.at < at) this.#latest.set(member, { communityId, userId, at });
    }
  }

  /** Resolves once everything added so far was sent, or was given up. */
  flush(): Promise<void> {
    return this.#latest.flush();
  }
}
