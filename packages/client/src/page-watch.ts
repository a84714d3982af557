import type { Environment } from './environment.ts';
import { Timers } from './timers.ts';

interface PageListener {
  /** Nobody has looked at the page for a while. */
  left(): void;
  /** The page is shown again, or the network is another. */
  back(): void;
}

const HIDDEN_BEFORE_LEFT_MS = 60_000;

/** Says when the reader has left the page, and when they are back; outside browsers neither happens. */
export class PageWatch {
  readonly #environment: Environment;
  readonly #listener: PageListener;
  readonly #timers: Timers<'left'>;
  #unwatch: (() => void) | undefined;

  constructor(environment: Environment, listener: PageListener) {
    this.#environment = environment;
    this.#listener = listener;
    this.#timers = new Timers(environment);
  }

  start(): void {
    const { page } = this.#environment;
    this.#unwatch = page?.onChange(() => (page.isHidden() ? this.#hidden() : this.#shown()));
    if (page?.isHidden()) this.#hidden();
  }

  stop(): void {
    this.#unwatch?.();
    this.#timers.cancel('left');
  }

  #hidden(): void {
    if (this.#timers.has('left')) return;
    this.#timers.set('left', HIDDEN_BEFORE_LEFT_MS, () => this.#listener.left());
  }

  #shown(): void {
    this.#timers.cancel('left');
    this.#listener.back();
  }
}
