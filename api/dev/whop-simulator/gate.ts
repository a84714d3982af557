import { refuse, type Answer } from './answers.ts';
import type { Operation } from './operations/operation.ts';
import type { RateLimit } from './rate-limit.ts';

/** What stands before every operation: the key, the limit, the permission. */
export class Gate {
  readonly #apiKey: string;
  readonly #permissions: ReadonlySet<string>;
  readonly #limit: RateLimit;

  constructor(options: { apiKey: string; permissions: ReadonlySet<string>; limit: RateLimit }) {
    this.#apiKey = options.apiKey;
    this.#permissions = options.permissions;
    this.#limit = options.limit;
  }

  /** The refusal, or undefined where the call may go on. */
  refusal({ name, permission }: Operation, authorization: string | undefined): Answer | undefined {
    if (authorization !== `Bearer ${this.#apiKey}`) {
      return refuse(401, 'unauthorized', 'The API key is missing or not valid.');
    }
    const seconds = this.#limit.take(name, authorization);
    if (seconds !== undefined) {
      // As documented: the delay is in the message, there is no header.
      return refuse(429, 'rate_limit_exceeded', `Try again in ${seconds} seconds.`);
    }
    if (permission === undefined || this.#permissions.has(permission)) return undefined;
    return refuse(403, 'forbidden', `The app was not granted ${permission}.`);
  }
}
