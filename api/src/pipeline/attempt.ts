import type { Logger } from '../logger.ts';

/**
 * Tries something the path can do without, for at most `patienceMs`. Logs when it begins to fail and when it
 * works again, and nothing in between: a dead Redis must not fill the log with every batch.
 */
export class Attempt {
  readonly #what: string;
  readonly #log: Logger;
  readonly #patienceMs: number;
  #failing = false;

  constructor(options: { what: string; log: Logger; patienceMs: number }) {
    this.#what = options.what;
    this.#log = options.log;
    this.#patienceMs = options.patienceMs;
  }

  /** Whether the last try failed. */
  get failing(): boolean {
    return this.#failing;
  }

  /** What `work` gives, or undefined where it fails or takes too long. */
  async run<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      const result = await within(this.#patienceMs, work());
      if (this.#failing) this.#log.info(`${this.#what} works again`);
      this.#failing = false;
      return result;
    } catch (error) {
      if (!this.#failing) this.#log.warn({ err: error }, `${this.#what} fails; going on without`);
      this.#failing = true;
      return undefined;
    }
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
