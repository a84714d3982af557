import type { Answer } from './answers.ts';

/** What goes wrong with a call: it takes longer, its connection breaks, or another answer comes. */
export interface Fault {
  readonly delayMs?: number;
  readonly reset?: boolean;
  readonly answer?: Answer;
}

/** Faults to come, by operation; an operation's own come before those of `*`. */
export class Faults {
  readonly #planned = new Map<string, { fault: Fault; left: number }>();

  plan(operation: string, fault: Fault, times: number): void {
    this.#planned.set(operation, { fault, left: times });
  }

  forget(operation?: string): void {
    if (operation === undefined) this.#planned.clear();
    else this.#planned.delete(operation);
  }

  take(operation: string): Fault | undefined {
    const planned = [operation, '*']
      .map((name) => this.#planned.get(name))
      .find((one) => one && one.left > 0);
    if (!planned) return undefined;
    planned.left -= 1;
    return planned.fault;
  }
}
