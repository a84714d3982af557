import { setTimeout as pause } from 'node:timers/promises';
import type { DatabaseFunctions } from '../database/functions.ts';
import type { Logger } from '../logger.ts';
import { WhopError, type WhopApi } from '../whop/port.ts';
import { fetchProfiles } from './fetch-profiles.ts';
import { SettledMembers } from './settled-members.ts';
import { WaitingMembers, type Wanted } from './waiting-members.ts';

export interface ProfilesOptions {
  functions: Pick<DatabaseFunctions, 'findStaleProfiles' | 'saveProfiles'>;
  /** Without it nothing is ever asked, and names are those that events bring. */
  whop: Pick<WhopApi, 'getProfile'> | undefined;
  now: () => Date;
  log: Logger;
  /** Waits for so many milliseconds, less when the signal says so. */
  wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

const MINUTE_MS = 60_000;
/** How old a profile may be. */
const FRESH_MS = 24 * 60 * MINUTE_MS;
/** How long a member who was found fresh is not looked up again. */
const RECHECK_MS = 10 * MINUTE_MS;
/** How long a member is left alone whom Whop could not answer for. */
const RETRY_MS = 10 * MINUTE_MS;
/** A community hears of so many at once. */
const BATCH = 25;
const AT_ONCE = 4;
const MOST_WAITING = 10_000;
const SHORTEST_PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 10 * MINUTE_MS;

/**
 * Names and pictures, fetched because somebody looks: a read says whom it shows, and who was never fetched or more
 * than a day ago is fetched behind its back. Viewers hear of what has changed.
 */
export class Profiles {
  readonly #options: ProfilesOptions;
  readonly #settled: SettledMembers;
  readonly #waiting = new WaitingMembers(MOST_WAITING);
  readonly #closed = new AbortController();
  #isWorking = false;
  #failures = 0;

  constructor(options: ProfilesOptions) {
    this.#options = options;
    this.#settled = new SettledMembers(options);
  }

  /** Never waits and never throws. */
  want(communityId: string, userIds: string[]): void {
    if (!this.#options.whop || this.#closed.signal.aborted) return;
    this.#waiting.add(this.#unsettledOf({ communityId, userIds }));
    if (!this.#isWorking) void this.#work(this.#options.whop);
  }

  /** Saves nothing any more; what was on its way is fetched again when it is wanted again. */
  close(): void {
    this.#closed.abort();
  }

  async #work(whop: Pick<WhopApi, 'getProfile'>): Promise<void> {
    this.#isWorking = true;
    while (!this.#closed.signal.aborted) {
      const wanted = this.#waiting.take(BATCH);
      if (!wanted) break;
      try {
        await this.#refresh(wanted, whop);
      } catch (error) {
        this.#waiting.add(this.#unsettledOf(wanted));
        await this.#backOff(error);
      }
    }
    this.#isWorking = false;
  }

  /** Throws the first failure, after saving what could be had. */
  async #refresh(wanted: Wanted, whop: Pick<WhopApi, 'getProfile'>): Promise<void> {
    const { communityId } = wanted;
    const stale = await this.#findStale(wanted);
    const { signal } = this.#closed;
    const { profiles, gone, failed } = await fetchProfiles(
      { communityId, userIds: stale },
      { whop, now: this.#options.now, signal, atOnce: AT_ONCE },
    );
    if (signal.aborted) return;
    if (profiles.length > 0) await this.#options.functions.saveProfiles(profiles);
    this.#settled.settle(communityId, [...profiles.map(({ userId }) => userId), ...gone], FRESH_MS);
    const unanswered = failed.filter(({ error }) => error.kind !== 'over-budget');
    this.#settled.settle(
      communityId,
      unanswered.map(({ userId }) => userId),
      RETRY_MS,
    );
    if (failed[0]) throw failed[0].error;
    if (profiles.length + gone.length > 0) this.#recover();
  }

  async #findStale(wanted: Wanted): Promise<string[]> {
    // Who was wanted again while being fetched is settled by now.
    const { communityId, userIds } = this.#unsettledOf(wanted);
    if (userIds.length === 0) return [];
    const before = new Date(this.#options.now().getTime() - FRESH_MS).toISOString();
    const stale = await this.#options.functions.findStaleProfiles(communityId, userIds, before);
    const fresh = userIds.filter((userId) => !stale.includes(userId));
    this.#settled.settle(communityId, fresh, RECHECK_MS);
    return stale;
  }

  #unsettledOf({ communityId, userIds }: Wanted): Wanted {
    return { communityId, userIds: userIds.filter((userId) => !this.#settled.has(communityId, userId)) };
  }

  async #backOff(error: unknown): Promise<void> {
    const isBudget = error instanceof WhopError && error.kind === 'over-budget';
    if (!isBudget && this.#failures === 0) {
      this.#options.log.warn({ err: error }, 'names and pictures cannot be fetched; trying again later');
    }
    if (!isBudget) this.#failures += 1;
    const own = Math.min(SHORTEST_PAUSE_MS * 2 ** Math.max(0, this.#failures - 1), LONGEST_PAUSE_MS);
    const told = error instanceof WhopError ? error.retryAfterMs : undefined;
    const { wait = waitQuietly } = this.#options;
    await wait(told ?? own, this.#closed.signal);
  }

  #recover(): void {
    if (this.#failures > 0) this.#options.log.info('names and pictures are fetched again');
    this.#failures = 0;
  }
}

/** Keeps no process alive. */
async function waitQuietly(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal, ref: false }).catch(() => {});
}
