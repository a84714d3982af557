import type { Environment } from '../../environment.ts';
import { RealtimeError } from './realtime-error.ts';
import type { Transport } from './transport.ts';

/** Realtime where the reader may have it, and what everybody may have. */
export interface Transports {
  supabase: Transport | undefined;
  sse: Transport;
}

const MOST_FAILURES = 2;
const FIRST_REST_MS = 300_000;
const LONGEST_REST_MS = 3_600_000;
const LEAST_TRIAL_PAUSE_MS = 60_000;

/** Which transport the next attempt takes: Realtime, unless it went wrong lately. */
export class TransportChoice {
  readonly #transports: Transports;
  readonly #environment: Environment;
  #failures = 0;
  #rests = 0;
  /** From when on Realtime may be tried; never where the API does not offer it. */
  #dueAt = 0;

  constructor(transports: Transports, environment: Environment) {
    this.#transports = transports;
    this.#environment = environment;
  }

  next(): Transport {
    const { supabase, sse } = this.#transports;
    return supabase && this.#dueAt <= this.#environment.now() ? supabase : sse;
  }

  /** The better transport to try beside this one, and in how many milliseconds; undefined where there is none. */
  better(transport: Transport): { transport: Transport; wait: number } | undefined {
    const { supabase } = this.#transports;
    if (!supabase || transport === supabase || this.#dueAt === Number.POSITIVE_INFINITY) return undefined;
    return {
      transport: supabase,
      wait: Math.max(LEAST_TRIAL_PAUSE_MS, this.#dueAt - this.#environment.now()),
    };
  }

  /** A connection held for a while. */
  worked(transport: Transport): void {
    if (transport === this.#transports.supabase) this.#failures = this.#rests = 0;
  }

  /** The reader is back, perhaps in another network: what went wrong before is no reason any longer. */
  forgive(): void {
    this.#failures = this.#rests = this.#dueAt = 0;
  }

  /** Takes what an attempt ended with. Returns whether the other transport should be tried at once. */
  failed(error: unknown): boolean {
    // Realtime's own errors alone: an API that cannot be reached says nothing about it.
    if (!(error instanceof RealtimeError)) return false;
    this.#failures += 1;
    const isHopeless = error.problem === 'not-offered' || error.problem === 'unreachable';
    if (!isHopeless && this.#failures < MOST_FAILURES) return false;
    const rest = Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** this.#rests);
    this.#dueAt = error.problem === 'not-offered' ? Number.POSITIVE_INFINITY : this.#environment.now() + rest;
    this.#rests += 1;
    this.#failures = 0;
    return true;
  }
}
