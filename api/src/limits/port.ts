import type { Policy } from './policies.ts';

/** How a subject stands after a request. */
export interface Taken {
  allowed: boolean;
  /** Requests left in this window. */
  remaining: number;
  /** When the next window begins, in milliseconds since the epoch. */
  resetAt: number;
}

/** Counts requests in fixed windows, which begin at multiples of their length. */
export interface LimitStore {
  /** What `/readyz` names: `memory`, `upstash`. */
  readonly name: string;
  /** Counts one request of `subject`, an opaque word. */
  take(subject: string, policy: Policy): Promise<Taken>;
}
