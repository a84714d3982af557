import type { Logger } from './logger.ts';

export interface AttemptOptions {
  /** Begins a log line: `reading marks (upstash)`. */
  what: string;
  log: Logger;
  patienceMs: number;
  /** Called for every try that failed. */
  onFailure?: (() => void) | undefined;
  /** Milliseconds on a clock that never jumps; `performance.now` unless given. */
  elapsed?: (() => number) | undefined;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5000;

/**
 * Tries something that can be done without, for at most `patienceMs`. Once it has failed nobody waits for it: it is
 * left alone for a pause that grows from 250 ms to 5 s, then one try in the background finds out whether it works again.
 *
 * Logs when it begins to fail and when it works again, and nothing in between: a dead Redis must not fill the log.
 */
export class Attempt {
  readonly #options: AttemptOptions;
  readonly #elapsed: () => number;
  #failing = false;
  #probing = false;
  #pauseMs = FIRST_PAUSE_MS;
  #pausedUntil = 0;

  constructor(options: AttemptOptions) {
    this.#options = options;
    this.#elapsed = options.elapsed ?? (() => performance.now());
  }

  /** Whether the last try failed. */
  get failing(): boolean {
    return this.#failing;
  }

  /** What `work` gives, or undefined where it fails, takes too long, or is not tried because it failed before. */
  async run<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    if (!this.#failing) return this.#try(work);
    if (!this.#probing && this.#elapsed() >= this.#pausedUntil) void this.#probe(work);
    return undefined;
  }

  async #probe(work: () => Promise<unknown>): Promise<void> {
    this.#probing = true;
    await this.#try(work);
    this.#probing = false;
  }

  async #try<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      const result = await within(this.#options.patienceMs, work());
      this.#succeeded();
      return result;
    } catch (error) {
      this.#failed(error);
      return undefined;
    }
  }

  #succeeded(): void {
    const { what, log } = this.#options;
    if (this.#failing) log.info(`${what} works again`);
    this.#failing = false;
    this.#pauseMs = FIRST_PAUSE_MS;
  }

  #failed(error: unknown): void {
    const { what, log, onFailure } = this.#options;
    if (!this.#failing) log.warn({ err: error }, `${what} fails; going on without`);
    this.#failing = true;
    // Many tries that began together fail together, which says no more than one of them.
    if (this.#probing) this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
    this.#pausedUntil = this.#elapsed() + this.#pauseMs;
    onFailure?.();
  }
}

async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
