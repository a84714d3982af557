import { createHash } from 'node:crypto';
import { Attempt, type AttemptOptions } from '../attempt.ts';
import { PATIENCE_MS } from '../upstash.ts';
import { policies, type Policy, type Subject, type SubjectKind } from './policies.ts';
import type { LimitStore, Taken } from './port.ts';

export interface RateLimiterOptions extends Pick<AttemptOptions, 'log' | 'onFailure' | 'elapsed'> {
  store: LimitStore;
  /** Instead of the defaults. */
  policies?: Partial<Record<SubjectKind, Policy>> | undefined;
}

/** A counted request, and the rule it was counted under. */
export interface Allowance extends Taken {
  kind: SubjectKind;
  policy: Policy;
}

/** Counts requests by subject. While its store fails, everything is allowed and nothing waits. */
export class RateLimiter {
  readonly #store: LimitStore;
  readonly #policies: Record<SubjectKind, Policy>;
  readonly #counting: Attempt;

  constructor(options: RateLimiterOptions) {
    const { store, log, elapsed, onFailure } = options;
    this.#store = store;
    this.#policies = { ...policies, ...options.policies };
    const what = `counting requests (${store.name})`;
    this.#counting = new Attempt({ what, log, elapsed, onFailure, patienceMs: PATIENCE_MS });
  }

  /** What `/readyz` names. */
  get name(): string {
    return this.#store.name;
  }

  get degraded(): boolean {
    return this.#counting.failing;
  }

  /** Counts one request of the subject. Undefined where it could not be counted: then it is allowed. */
  async take({ kind, id }: Subject): Promise<Allowance | undefined> {
    const policy = this.#policies[kind];
    const taken = await this.#counting.run(() => this.#store.take(`${kind}:${hash(id)}`, policy));
    return taken && { ...taken, kind, policy };
  }
}

/** Neither a key nor an address is kept as it is, and every id is of one length. */
function hash(id: string): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, 22);
}
