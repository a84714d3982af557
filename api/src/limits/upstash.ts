import { Ratelimit } from '@upstash/ratelimit';
import type { Redis } from '@upstash/redis';
import { toUpstashFailure } from '../upstash.ts';
import type { Policy } from './policies.ts';
import type { LimitStore, Taken } from './port.ts';

const PREFIX = 'wee5:limit';
const MOST_REMEMBERED = 10_000;

/**
 * Limits in Redis, shared by every replica.
 *
 * Fixed windows cost two billed commands a request (a script and its `INCRBY`), sliding ones four. Whoever is over
 * the limit is remembered here and costs none until the window ends.
 */
export class UpstashLimits implements LimitStore {
  readonly name = 'upstash';
  readonly #redis: Redis;
  readonly #refused = new Map<string, number>();
  readonly #limiters = new Map<Policy, Ratelimit>();

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  async take(subject: string, policy: Policy): Promise<Taken> {
    // The library forgets a refused subject only when it comes again.
    if (this.#refused.size > MOST_REMEMBERED) this.#refused.clear();
    try {
      const { success, remaining, reset } = await this.#limiter(policy).limit(subject);
      return { allowed: success, remaining, resetAt: reset };
    } catch (error) {
      throw toUpstashFailure(error);
    }
  }

  #limiter(policy: Policy): Ratelimit {
    const known = this.#limiters.get(policy);
    if (known) return known;
    const limiter = new Ratelimit({
      redis: this.#redis,
      prefix: PREFIX,
      limiter: Ratelimit.fixedWindow(policy.quota, `${policy.windowSeconds} s`),
      ephemeralCache: this.#refused,
      // Whoever calls has a patience of their own.
      timeout: 0,
      enableTelemetry: false,
    });
    this.#limiters.set(policy, limiter);
    return limiter;
  }
}
