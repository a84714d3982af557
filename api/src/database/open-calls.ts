import { DatabaseError } from './port.ts';

/** The calls in flight: a database that closes lets them finish and takes no more. */
export class OpenCalls {
  readonly #inFlight = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  async run<Result>(call: () => Promise<Result>): Promise<Result> {
    if (this.#closing) throw new DatabaseError('The database is closed.', { kind: 'unavailable' });
    const running = call();
    this.#inFlight.add(running);
    try {
      return await running;
    } finally {
      this.#inFlight.delete(running);
    }
  }

  /** Runs `release` once, after the last call in flight; a second close waits for the same. */
  close(release: () => Promise<void>): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#inFlight).then(release);
    return this.#closing;
  }
}
