import { WhopError } from './port.ts';

const WINDOW_MS = 60_000;

export interface BudgetOptions {
  now: () => Date;
  /** Calls in any minute, for each operation. Whop allows 600, to all replicas together. */
  perMinute?: number;
  /** Background calls stop once so many were made; the rest is kept for people who wait. */
  backgroundPerMinute?: number;
}

/**
 * This server's share of Whop's limit: half of it for one replica, so that two together stay within. Where there are
 * more, Whop says when it is enough, and the operation rests for as long as Whop asks for.
 */
export class Budget {
  readonly #now: () => Date;
  readonly #perMinute: number;
  readonly #backgroundPerMinute: number;
  readonly #spent = new Map<string, number[]>();
  readonly #restUntil = new Map<string, number>();

  constructor({ now, perMinute = 300, backgroundPerMinute = 100 }: BudgetOptions) {
    this.#now = now;
    this.#perMinute = perMinute;
    this.#backgroundPerMinute = backgroundPerMinute;
  }

  /** Counts a call. Throws an `over-budget` `WhopError` where there is none left, and then counts nothing. */
  spend(operation: string, background: boolean): void {
    const now = this.#now().getTime();
    const spent = (this.#spent.get(operation) ?? []).filter((at) => at > now - WINDOW_MS);
    this.#spent.set(operation, spent);
    const waitMs = Math.max(this.#restOf(operation, now), this.#waitOf(spent, now, background));
    if (waitMs > 0) {
      throw new WhopError('over-budget', `The budget for ${operation} is used up.`, { retryAfterMs: waitMs });
    }
    spent.push(now);
  }

  /** Whop wants to hear nothing of this operation for so long. */
  rest(operation: string, ms: number): void {
    this.#restUntil.set(operation, this.#now().getTime() + ms);
  }

  #restOf(operation: string, now: number): number {
    return (this.#restUntil.get(operation) ?? 0) - now;
  }

  /** Until enough calls have left the window. */
  #waitOf(spent: readonly number[], now: number, background: boolean): number {
    const limit = background ? this.#backgroundPerMinute : this.#perMinute;
    if (spent.length < limit) return 0;
    return (spent[spent.length - limit] ?? now) + WINDOW_MS - now;
  }
}
