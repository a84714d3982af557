import { ApiError } from '../errors.ts';

/** Commits many items in one call; says for each, in order, what became of it. A throw rejects them all. */
export type RunBatch<Item, Result> = (items: Item[]) => Promise<PromiseSettledResult<Result>[]>;

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/**
 * Gathers what arrives while the previous call is in flight into the next one. Nothing lingers: an idle batcher
 * commits a lone item at once.
 */
export class Batcher<Item, Result> {
  readonly #run: RunBatch<Item, Result>;
  readonly #maxBatch: number;
  readonly #maxWaiting: number;
  #waiting: Waiting<Item, Result>[] = [];
  #working: Promise<void> | undefined;

  constructor(run: RunBatch<Item, Result>, options: { maxBatch?: number; maxWaiting?: number } = {}) {
    this.#run = run;
    this.#maxBatch = options.maxBatch ?? 200;
    this.#maxWaiting = options.maxWaiting ?? 10_000;
  }

  /** Resolves once the item is committed. Rejects with `storage-unavailable` where too many wait already. */
  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length >= this.#maxWaiting) return reject(tooMany());
      this.#waiting.push({ item, resolve, reject });
      this.#working ??= this.#work();
    });
  }

  /** Waits for everything accepted so far, and for what joins it meanwhile. */
  async drain(): Promise<void> {
    await this.#working;
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0, this.#maxBatch));
    this.#working = undefined;
  }

  async #commit(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#run(batch.map(({ item }) => item));
      batch.forEach((waiting, index) => settle(waiting, results[index]));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}

function settle<Item, Result>(
  waiting: Waiting<Item, Result>,
  result: PromiseSettledResult<Result> | undefined,
): void {
  if (result?.status === 'fulfilled') waiting.resolve(result.value);
  else waiting.reject(result ? result.reason : new Error('The batch returned fewer results than items.'));
}

function tooMany(): ApiError {
  return new ApiError('storage-unavailable', 'Too many events are waiting; send the event again.', {
    retryAfterSeconds: 5,
  });
}
