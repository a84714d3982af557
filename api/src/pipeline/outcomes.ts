/** What came of a part of an event. */
export interface Outcome {
  /** Whether it told something that was not known before. */
  isNew: boolean;
  earned: boolean;
}

/** Does something to many items in one go; says for each, in order, what became of it. */
export type Step<Item, Result> = (items: Item[]) => Promise<PromiseSettledResult<Result>[]>;

/** What came of the parts of a batch of events, by part. */
export class Outcomes {
  readonly #parts = new Map<object, PromiseSettledResult<Outcome>>();

  /** Takes the parts through a step, and keeps what came of each. */
  async take<Item extends object, Result>(
    items: Item[],
    step: Step<Item, Result>,
    toOutcome: (result: Result) => Outcome,
  ): Promise<void> {
    if (items.length === 0) return;
    const results = await step(items);
    items.forEach((item, index) => {
      const result = results[index];
      if (!result) throw new Error(`The step answered ${results.length} of ${items.length} parts.`);
      const isDone = result.status === 'fulfilled';
      this.#parts.set(item, isDone ? { status: 'fulfilled', value: toOutcome(result.value) } : result);
    });
  }

  /** What came of those that have been taken through their step. */
  of(items: object[]): PromiseSettledResult<Outcome>[] {
    return items.flatMap((item) => this.#parts.get(item) ?? []);
  }
}
