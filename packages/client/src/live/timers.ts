import type { Environment } from '../environment.ts';

/** Timers by name, one of each. */
export class Timers<Name extends string> {
  readonly #environment: Environment;
  readonly #callOff = new Map<Name, () => void>();

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  has(name: Name): boolean {
    return this.#callOff.has(name);
  }

  /** Calls back after some milliseconds, in the place of what the same name was to call. */
  set(name: Name, milliseconds: number, run: () => void): void {
    this.cancel(name);
    const callOff = this.#environment.after(milliseconds, () => {
      this.#callOff.delete(name);
      run();
    });
    this.#callOff.set(name, callOff);
  }

  cancel(...names: Name[]): void {
    for (const name of names) {
      this.#callOff.get(name)?.();
      this.#callOff.delete(name);
    }
  }
}
