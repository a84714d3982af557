import type { Environment } from '../environment.ts';
import { HttpError } from '../errors.ts';
import { isRefusal } from './is-refusal.ts';

/** Unless the API asks for another pause. */
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;
/** After a refusal that the next attempt will most likely meet again. */
export const REFUSED_RETRY_MS = 60_000;

/** How long to wait before connecting again. */
export class Backoff {
  readonly #environment: Environment;
  #firstRetryMs = FIRST_RETRY_MS;
  /** In a row. */
  failures = 0;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** The API asks to wait this long at first. */
  ask(milliseconds: number): void {
    this.#firstRetryMs = Math.max(100, Math.min(milliseconds, LONGEST_RETRY_MS));
  }

  /** Milliseconds until the next attempt. Full jitter: what was cut at once must not come back at once. */
  pauseAfter(error: unknown): number {
    const longest = Math.min(LONGEST_RETRY_MS, this.#firstRetryMs * 2 ** (this.failures - 1));
    const asked = error instanceof HttpError ? (error.retryAfter ?? 0) * 1000 : 0;
    const least = Math.max(asked, isRefusal(error) ? REFUSED_RETRY_MS : 0);
    return least + this.#environment.random() * longest;
  }
}
