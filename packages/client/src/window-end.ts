import type { Environment } from './environment.ts';
import { Timers } from './timers.ts';
import type { DataOf, View } from './types.ts';

/** Not every page that is open at midnight asks at midnight. */
const SPREAD_MS = 3000;
/** Where the API's clock is not as far yet as ours. */
const RETRY_MS = 30_000;
/** Browsers count a timer's milliseconds in 31 bits: a month is more. */
const LONGEST_MS = 12 * 3_600_000;

/** Says when the day, week or month that a board shows is over: no event tells that the next one has begun. */
export class WindowEnd {
  readonly #environment: Environment;
  readonly #over: () => void;
  readonly #timers: Timers<'end'>;

  constructor(environment: Environment, over: () => void) {
    this.#environment = environment;
    this.#over = over;
    this.#timers = new Timers(environment);
  }

  /** Waits for the end of what an answer shows, in the place of what was waited for. */
  watch(view: View, answer: DataOf<View>): void {
    this.forget();
    // A board that names its window goes on showing it.
    if (view.kind !== 'leaderboard' || view.at !== undefined || !('window' in answer)) return;
    const { endsAt } = answer.window;
    if (endsAt !== null) this.#wait(Date.parse(endsAt), this.#environment.random() * SPREAD_MS);
  }

  forget(): void {
    this.#timers.cancel('end');
  }

  #wait(end: number, spread: number): void {
    const left = end - this.#environment.now();
    const wait = (left > 0 ? left : RETRY_MS) + spread;
    if (wait > LONGEST_MS) this.#timers.set('end', LONGEST_MS, () => this.#wait(end, spread));
    else this.#timers.set('end', wait, this.#over);
  }
}
