/** One message to screen readers in this time, so that a busy board does not talk without end. */
const pause = 5_000;

/** Decides what a polite live region says: the newest message, not more often than every five seconds. */
export class Announcer {
  text = '';
  #waiting: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  say(text: string): void {
    this.#waiting = text;
    if (!this.#timer) this.#next();
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#waiting = undefined;
    this.text = '';
  }

  #next(): void {
    this.#timer = undefined;
    if (this.#waiting === undefined) return;
    this.text = this.#waiting;
    this.#waiting = undefined;
    this.#timer = setTimeout(() => this.#next(), pause);
    this.#changed();
  }
}
