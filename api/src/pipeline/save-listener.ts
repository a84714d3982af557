import { setTimeout as pause } from 'node:timers/promises';
import type { Database, Listening, OnMessage } from '../database/port.ts';
import type { Logger } from '../logger.ts';

export interface SaveListenerOptions {
  database: Pick<Database, 'listen'>;
  hear: OnMessage;
  log: Logger;
  /** How often listening is tried again while it is not possible, in milliseconds. */
  againMs?: number;
}

/**
 * Hears of configurations that other replicas save, wherever the database tells everything that is committed. Nobody
 * may rely on it: a message can be lost, and some databases tell only what is followed.
 */
export class SaveListener {
  readonly #options: SaveListenerOptions;
  readonly #stopped = new AbortController();
  #listening: Promise<Listening | undefined> | undefined;

  constructor(options: SaveListenerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#listening ??= this.#listen();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await (await this.#listening)?.stop();
  }

  async #listen(): Promise<Listening | undefined> {
    const { database, hear, log, againMs = 30_000 } = this.#options;
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      try {
        return await database.listen(hear, () => undefined);
      } catch (error) {
        log.debug(
          { err: error },
          'Cannot listen to the database: what other replicas save is found out later',
        );
      }
      await pause(againMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
    return undefined;
  }
}
