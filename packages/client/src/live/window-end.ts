import type { Environment } from '../environment.ts';
import { Timers } from './timers.ts';
import type { DataOf, View } from '../types.ts';

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
    if (endsAt === null) return;
    const now = this.#environment.now();
    const end = Date.parse(endsAt);
    this.#waitFor((end > now ? end : now + RETRY_MS) + this.#environment.random() * SPREAD_MS);
  }

  forget(): void {
    this.#timers.cancel('end');
  }

  #waitFor(time: number): void {
    const left = time - this.#environment.now();
    if (left > LONGEST_MS) this.#timers.set('end', LONGEST_MS, () => this.#waitFor(time));
    else this.#timers.set('end', left, this.#over);
  }
}
