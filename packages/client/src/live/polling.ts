import type { Environment } from '../environment.ts';
import { Timers } from './timers.ts';

interface PollingListener {
  /** Loads everything. Resolves with whether the API was reached. */
  poll(): Promise<boolean>;
  /** That is done. */
  polled(reached: boolean): void;
}

/** Loads everything at intervals, for want of a connection. */
export class Polling {
  readonly #environment: Environment;
  readonly #listener: PollingListener;
  readonly #timers: Timers<'poll'>;
  #current: object | undefined;
  #intervalMs = 0;

  constructor(environment: Environment, listener: PollingListener) {
    this.#environment = environment;
    this.#listener = listener;
    this.#timers = new Timers(environment);
  }

  /** Polls now and goes on; the interval takes effect after a round that is under way. */
  start(intervalMs: number): void {
    this.#intervalMs = intervalMs;
    if (!this.#current) void this.#poll();
  }

  stop(): void {
    this.#current = undefined;
    this.#timers.cancel('poll');
  }

  async #poll(): Promise<void> {
    this.#timers.cancel('poll');
    const current = (this.#current = {});
    const reached = await this.#listener.poll();
    // Meanwhile a connection may have come, or everybody may have gone.
    if (this.#current !== current) return;
    this.#current = undefined;
    const wait = this.#intervalMs * (0.8 + 0.4 * this.#environment.random());
    this.#timers.set('poll', wait, () => void this.#poll());
    this.#listener.polled(reached);
  }
}
