export interface KeptAnswersOptions<Answer> {
  /** How long an answer may be used, in milliseconds, counted from when it was asked for. */
  keepMs: (answer: Answer) => number;
  /** How many answers are kept at most; the oldest go first. */
  limit: number;
  now: () => Date;
}

/** Answers that are asked for once, however many want them at a time, and kept for a while. Failures are not. */
export class KeptAnswers<Answer> {
  readonly #options: KeptAnswersOptions<Answer>;
  readonly #kept = new Map<string, { answer: Answer; freshUntil: number }>();
  readonly #asking = new Map<string, Promise<Answer>>();

  constructor(options: KeptAnswersOptions<Answer>) {
    this.#options = options;
  }

  /** How many are kept. */
  get size(): number {
    return this.#kept.size;
  }

  async get(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const kept = this.#kept.get(key);
    if (kept && kept.freshUntil > this.#options.now().getTime()) return kept.answer;
    return this.#asking.get(key) ?? this.#ask(key, ask);
  }

  /** Asks again next time for what `isStale`, and for what is being asked just now. */
  forget(isStale: (answer: Answer) => boolean): void {
    this.#asking.clear();
    for (const [key, { answer }] of this.#kept) if (isStale(answer)) this.#kept.delete(key);
  }

  async #ask(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const askedAt = this.#options.now().getTime();
    const asking = ask();
    this.#asking.set(key, asking);
    try {
      const answer = await asking;
      const freshUntil = askedAt + this.#options.keepMs(answer);
      if (this.#asking.get(key) === asking) this.#keep(key, { answer, freshUntil });
      return answer;
    } finally {
      if (this.#asking.get(key) === asking) this.#asking.delete(key);
    }
  }

  #keep(key: string, kept: { answer: Answer; freshUntil: number }): void {
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#options.limit) return;
      this.#kept.delete(oldest);
    }
  }
}
