import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { backOff } from './back-off.ts';
import { COMMIT_CHANNEL, deliver } from './commit-message.ts';
import { hearsEverything } from './hears-everything.ts';
import type { Log } from './log.ts';
import type { Listening, OnGap, OnMessage } from './port.ts';
import { endClient, fromPg } from './postgres-driver.ts';
import { proveHearing } from './postgres-probe.ts';

interface Subscriber {
  onMessage: OnMessage;
  onGap: OnGap;
}

interface ListenerSettings {
  url: string;
  heartbeatMs: number;
  log: Log;
}

const ANSWER_LIMIT_MS = 2000;
const DELAYS = { first: 100, longest: 10_000 };

/** One connection that listens for all subscribers and is made again whenever it breaks. */
export class CommitListener {
  readonly #settings: ListenerSettings;
  readonly #subscribers = new Set<Subscriber>();
  readonly #stop = new AbortController();
  #connection: pg.Client | undefined;
  #first: Promise<void> | undefined;
  #reconnecting: Promise<void> | undefined;

  constructor(settings: ListenerSettings) {
    this.#settings = settings;
  }

  /**
   * Rejects with a `DatabaseError` when there is no first connection. A later one is tried for until closed, and
   * whoever is added meanwhile is told of the gap when it is there.
   */
  async add(subscriber: Subscriber): Promise<Listening> {
    this.#first ??= this.#connect();
    try {
      await this.#first;
    } catch (error) {
      this.#first = undefined;
      throw fromPg(error);
    }
    this.#subscribers.add(subscriber);
    const stop = async (): Promise<void> => void this.#subscribers.delete(subscriber);
    return hearsEverything(stop, () => this.#connection !== undefined);
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await Promise.allSettled([this.#first, this.#reconnecting]);
    if (this.#connection) await endClient(this.#connection);
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#settings.url,
      connectionTimeoutMillis: ANSWER_LIMIT_MS,
      query_timeout: ANSWER_LIMIT_MS,
    });
    // `end` follows every error of a connection; unheard, the error would end the process.
    client.on('error', () => {});
    client.on('notification', ({ channel, payload = '' }) => {
      if (channel === COMMIT_CHANNEL) this.#announce(payload);
    });
    try {
      await client.connect();
      await proveHearing(client, this.#settings.url);
      await client.query(`listen ${COMMIT_CHANNEL}`);
    } catch (error) {
      await endClient(client);
      throw error;
    }
    this.#keep(client);
  }

  #keep(client: pg.Client): void {
    this.#connection = client;
    const gone = new AbortController();
    client.once('end', () => {
      gone.abort();
      this.#connection = undefined;
      if (!this.#stop.signal.aborted) this.#reconnecting = this.#reconnect();
    });
    void watch(client, this.#settings.heartbeatMs, gone.signal);
  }

  async #reconnect(): Promise<void> {
    this.#settings.log('The connection that listens for commits was lost; connecting again.');
    for (let attempt = 0; !this.#stop.signal.aborted; attempt += 1) {
      try {
        await sleep(backOff(attempt, DELAYS), undefined, { signal: this.#stop.signal });
        await this.#connect();
        return this.#tellGap();
      } catch {
        // The next attempt follows, unless the listener was closed.
      }
    }
  }

  #announce(payload: string): void {
    for (const { onMessage } of this.#subscribers) deliver(payload, onMessage, this.#settings.log);
  }

  #tellGap(): void {
    for (const { onGap } of this.#subscribers) {
      try {
        onGap();
      } catch (error) {
        this.#settings.log(`A listener failed to handle a gap: ${(error as Error).message}`);
      }
    }
  }
}

/** Ends a connection that no longer answers, until it is gone. */
async function watch(client: pg.Client, heartbeatMs: number, gone: AbortSignal): Promise<void> {
  try {
    for (;;) {
      await sleep(heartbeatMs, undefined, { signal: gone });
      await client.query('select');
    }
  } catch {
    if (!gone.aborted) await endClient(client);
  }
}
