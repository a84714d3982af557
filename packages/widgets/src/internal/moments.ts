/** Things shown for a while, by key: a rank arrow for four seconds, a line of text for six. */
export class Moments<T> {
  readonly #shown = new Map<string, { value: T; timer: ReturnType<typeof setTimeout> }>();
  readonly #changed: () => void;

  /** @param changed - called after a moment has passed by itself */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get(key: string): T | undefined {
    return this.#shown.get(key)?.value;
  }

  show(key: string, value: T, milliseconds: number): void {
    clearTimeout(this.#shown.get(key)?.timer);
    const timer = setTimeout(() => {
      this.#shown.delete(key);
      this.#changed();
    }, milliseconds);
    this.#shown.set(key, { value, timer });
  }

  clear(): void {
    for (const { timer } of this.#shown.values()) clearTimeout(timer);
    this.#shown.clear();
  }
}
