interface StayOptions {
  /** Milliseconds; 0 for as long as nobody closes it. */
  duration: () => number;
  close: () => void;
}

/** How long something stays: not over while it is pointed at, while it has the focus, or while nobody sees the page. */
export class Stay {
  readonly #options: StayOptions;
  readonly #holds = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #leave: AbortController | undefined;

  constructor(options: StayOptions) {
    this.#options = options;
  }

  /** Begins, or begins again. Escape ends it. */
  begin(): void {
    this.#leave?.abort();
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    document.addEventListener('visibilitychange', () => this.#wait(), { signal });
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#options.close(), { signal });
    this.#wait();
  }

  end(): void {
    this.#leave?.abort();
    this.#holds.clear();
    clearTimeout(this.#timer);
  }

  hold(why: string): void {
    this.#holds.add(why);
    this.#wait();
  }

  release(why: string): void {
    this.#holds.delete(why);
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const duration = this.#options.duration();
    if (!duration || this.#holds.size || document.hidden || this.#leave?.signal.aborted !== false) return;
    this.#timer = setTimeout(this.#options.close, duration);
  }
}
