import {
  DatabaseError,
  type CallOptions,
  type Database,
  type Listening,
  type OnGap,
  type OnMessage,
} from '../../src/database/port.ts';

/** A real database behind a connection that can be cut, and can be slow. */
export class BreakableDatabase implements Database {
  readonly name = 'breakable';
  /** Every function that was called, in order. */
  readonly calls: string[] = [];
  readonly #database: Database;
  #broken = false;
  #held: Promise<void> | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** From now on every call fails as it does when nothing listens there. */
  cut(): void {
    this.#broken = true;
  }

  mend(): void {
    this.#broken = false;
  }

  /** From now on calls wait until the returned function is called. */
  hold(): () => void {
    let release = (): void => undefined;
    this.#held = new Promise((resolve) => (release = resolve));
    return () => {
      this.#held = undefined;
      release();
    };
  }

  async call<Result>(fn: string, args: Record<string, unknown>, options?: CallOptions): Promise<Result> {
    this.calls.push(fn);
    await this.#held;
    if (this.#broken)
      throw new DatabaseError('connect ECONNREFUSED', { kind: 'unavailable', sqlState: '08006' });
    return this.#database.call<Result>(fn, args, options);
  }

  listen(onMessage: OnMessage, onGap: OnGap): Promise<Listening> {
    return this.#database.listen(onMessage, onGap);
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}
