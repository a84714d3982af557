import type { Environment, Page } from '../environment.ts';
import { Timers } from './timers.ts';

interface PageListener {
  /** Nobody has looked at the page for a while, or the browser puts it away. */
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
    this.#unwatch = page?.onChange(() => this.#look(page));
    if (page?.isHidden()) this.#hidden();
  }

  stop(): void {
    this.#unwatch?.();
    this.#timers.cancel('left');
  }

  #look(page: Page): void {
    if (page.isStored?.()) this.#stored();
    else if (page.isHidden()) this.#hidden();
    else this.#shown();
  }

  /** A page with an open connection cannot be put away, and one that was put away hears nothing. */
  #stored(): void {
    this.#timers.cancel('left');
    this.#listener.left();
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
