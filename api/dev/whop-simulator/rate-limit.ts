const WINDOW_MS = 60_000;

/** Whop's limit: so many calls in any minute, per operation and credential. */
export class RateLimit {
  readonly #now: () => Date;
  readonly #perMinute: number;
  readonly #own = new Map<string, number>();
  readonly #calls = new Map<string, number[]>();

  constructor(options: { now: () => Date; perMinute: number }) {
    this.#now = options.now;
    this.#perMinute = options.perMinute;
  }

  /** Gives one operation another limit. */
  set(operation: string, perMinute: number): void {
    this.#own.set(operation, perMinute);
  }

  /** Counts a call; how many whole seconds to wait where it is one too many, which then counts nothing. */
  take(operation: string, credential: string): number | undefined {
    const now = this.#now().getTime();
    const key = `${operation} ${credential}`;
    const calls = (this.#calls.get(key) ?? []).filter((at) => at > now - WINDOW_MS);
    this.#calls.set(key, calls);
    if (calls.length < (this.#own.get(operation) ?? this.#perMinute)) return void calls.push(now);
    return Math.max(1, Math.ceil(((calls[0] ?? now) + WINDOW_MS - now) / 1000));
  }
}
