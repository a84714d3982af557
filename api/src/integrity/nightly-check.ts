import type { IntegrityFunctions } from '../database/integrity-functions.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import { checkCommunity, type CheckOptions } from './check-community.ts';

export interface NightlyCheckOptions {
  functions: CheckOptions['functions'] &
    Pick<IntegrityFunctions, 'claimIntegrityCheck' | 'releaseIntegrityCheck' | 'raiseFlags'>;
  metrics: Pick<Metrics, 'integrityChecked'>;
  log: Logger;
  now: () => Date;
  /** How often this replica looks whether a check is due, in milliseconds. Default 5 minutes. */
  everyMs?: number;
  /** Rest between two slices of members, in milliseconds. Default 100. */
  pauseMs?: number;
}

const EVERY_MS = 5 * 60_000;
const PAUSE_MS = 100;
const HOUR_UTC = 3;
const DAY_MS = 24 * 60 * 60_000;
/** A community that cannot be checked must not keep the others from it all night. */
const MOST_TRIES = 3;

/**
 * Every day after 03:00 UTC, compares every community with its log, one after the other, and looks for signs of
 * farming. Of several replicas one does it; what one leaves undone when it ends, another takes up.
 */
export class NightlyCheck {
  readonly #options: NightlyCheckOptions;
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #turn: Promise<void> | undefined;
  #since = '';
  #failures = new Map<string, number>();

  constructor(options: NightlyCheckOptions) {
    this.#options = options;
  }

  /** The first look comes one interval later: a start has other things to do. */
  start(): void {
    this.#timer = setInterval(() => this.#begin(), this.#options.everyMs ?? EVERY_MS).unref();
  }

  /** Gives up what is under way; it is due again when the claim runs out. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#stop.abort();
    await this.#turn;
  }

  #begin(): void {
    this.#turn ??= this.#checkAll().finally(() => (this.#turn = undefined));
  }

  async #checkAll(): Promise<void> {
    let communityId: string | null = null;
    try {
      while ((communityId = await this.#claim()) !== null) {
        await this.#check(communityId);
        await this.#options.functions.releaseIntegrityCheck();
      }
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      this.#options.log.warn(
        { err: error, communityId },
        'Could not compare with the log; tried again later',
      );
      if (communityId !== null) this.#failures.set(communityId, (this.#failures.get(communityId) ?? 0) + 1);
    }
  }

  #claim(): Promise<string | null> {
    const { functions, now } = this.#options;
    const since = lastNight(now()).toISOString();
    if (since !== this.#since) this.#failures.clear();
    this.#since = since;
    const skipping = [...this.#failures].filter(([, tries]) => tries >= MOST_TRIES).map(([id]) => id);
    return functions.claimIntegrityCheck({ at: now().toISOString(), since, skipping });
  }

  async #check(communityId: string): Promise<void> {
    const { functions, metrics, log, now, pauseMs = PAUSE_MS } = this.#options;
    const { signal } = this.#stop;
    const { ok, members, counts } = await checkCommunity(communityId, { functions, now, pauseMs, signal });
    metrics.integrityChecked(counts);
    if (!ok) {
      log.error(
        { communityId, members, counts },
        'Totals differ from the log: `npx pnpm@10 wee5 rebuild` shows what, and mends it',
      );
    }
    const flags = await functions.raiseFlags(communityId, now().toISOString());
    if (flags > 0) log.info({ communityId, flags }, 'Flagged signs of farming for the creator to look at');
  }
}

/** When the last night began in which everybody is to be checked. */
function lastNight(now: Date): Date {
  const tonight = new Date(now);
  tonight.setUTCHours(HOUR_UTC, 0, 0, 0);
  return tonight <= now ? tonight : new Date(tonight.getTime() - DAY_MS);
}
