import type { Environment } from './environment.ts';
import { HttpError } from './errors.ts';
import type { Http } from './http.ts';
import { readStream, type StreamListener } from './stream.ts';
import type { LiveState } from './types.ts';

/** What a connection calls back. */
export interface ConnectionListener extends Pick<StreamListener, 'event' | 'malformed'> {
  /** A stream is about to be opened. */
  opening(): void;
  hello(version: number): void;
  state(state: LiveState): void;
  /** Loads everything again, for want of a stream. Resolves with whether the API was reached. */
  poll(): Promise<boolean>;
}

/** Unless the API asks for another pause. */
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;
/** After a refusal that the next attempt will most likely meet again. */
const REFUSED_RETRY_MS = 60_000;
/** A stream that lived shorter than this was no success: coming back at once would hammer the API. */
const SHORT_LIFE_MS = 5000;
const FAILURES_BEFORE_POLLING = 3;
const POLL_MS = 10_000;
const HIDDEN_BEFORE_PAUSE_MS = 60_000;
/** Two heartbeats: a machine that slept may hold a stream that only looks alive. */
const QUIET_MS = 30_000;

type Timer = 'retry' | 'poll' | 'pause';

/**
 * Keeps one stream open: comes back with growing, random pauses, polls where streams don't get through, and pauses
 * while nobody looks at the page.
 */
export class Connection {
  readonly #http: Http;
  readonly #environment: Environment;
  readonly #listener: ConnectionListener;
  #state: LiveState = { status: 'idle', transport: null, since: null };
  #attempt: AbortController | undefined;
  #failures = 0;
  #firstRetryMs = FIRST_RETRY_MS;
  #openedAt = 0;
  #heardAt = 0;
  #polling: object | undefined;
  #pollMs = POLL_MS;
  #callOff: Partial<Record<Timer, () => void>> = {};
  #unwatchPage: (() => void) | undefined;

  constructor(http: Http, environment: Environment, listener: ConnectionListener) {
    this.#http = http;
    this.#environment = environment;
    this.#listener = listener;
  }

  get state(): LiveState {
    return this.#state;
  }

  get isActive(): boolean {
    return this.#state.status !== 'idle';
  }

  start(): void {
    this.#unwatchPage = this.#environment.page?.onChange(() => this.#pageChanged());
    this.#resume();
    if (this.#environment.page?.isHidden()) this.#pauseLater();
  }

  stop(): void {
    this.#unwatchPage?.();
    this.#pause();
  }

  #resume(): void {
    this.#failures = 0;
    if (!this.isActive) this.#setState('connecting');
    this.#open();
  }

  #pause(): void {
    this.#attempt?.abort();
    this.#attempt = undefined;
    this.#cancel('retry');
    this.#cancel('pause');
    this.#stopPolling();
    this.#setState('idle');
  }

  #open(): void {
    this.#cancel('retry');
    this.#attempt?.abort();
    const attempt = new AbortController();
    this.#attempt = attempt;
    const ifCurrent =
      <Args extends unknown[]>(run: (...args: Args) => void) =>
      (...args: Args): void => {
        if (this.#attempt === attempt) run(...args);
      };
    this.#listener.opening();
    const listener: StreamListener = {
      hello: ifCurrent((version: number) => this.#greeted(version)),
      event: ifCurrent((event) => this.#listener.event(event)),
      malformed: ifCurrent(() => this.#listener.malformed()),
      alive: () => (this.#heardAt = this.#environment.now()),
      retry: (milliseconds) => (this.#firstRetryMs = Math.max(100, Math.min(milliseconds, LONGEST_RETRY_MS))),
    };
    const parts = { http: this.#http, environment: this.#environment };
    const lost = ifCurrent((error: unknown) => this.#lost(error));
    readStream(parts, listener, attempt.signal).then(() => lost(undefined), lost);
  }

  #greeted(version: number): void {
    this.#openedAt = this.#environment.now();
    this.#stopPolling();
    this.#setState('live');
    this.#listener.hello(version);
  }

  #lost(error: unknown): void {
    this.#attempt = undefined;
    const { status } = this.#state;
    const lived = this.#environment.now() - this.#openedAt;
    if (status === 'live' && lived >= SHORT_LIFE_MS) this.#failures = 0;
    this.#failures += 1;
    const refused = isRefusal(error);
    if (this.#environment.page?.isOffline()) this.#setState('offline');
    else if (status === 'live') this.#setState('reconnecting');
    this.#schedule('retry', this.#pauseAfter(error, refused), () => this.#open());
    this.#pollMs = refused && error.code !== 'unknown' ? REFUSED_RETRY_MS : POLL_MS;
    if (refused || this.#failures >= FAILURES_BEFORE_POLLING) void this.#poll();
  }

  /** Full jitter: what was cut at once must not come back at once. */
  #pauseAfter(error: unknown, refused: boolean): number {
    const longest = Math.min(LONGEST_RETRY_MS, this.#firstRetryMs * 2 ** (this.#failures - 1));
    const asked = error instanceof HttpError ? (error.retryAfter ?? 0) * 1000 : 0;
    const least = Math.max(asked, refused ? REFUSED_RETRY_MS : 0);
    return least + this.#environment.random() * longest;
  }

  async #poll(): Promise<void> {
    if (this.#polling) return;
    this.#cancel('poll');
    const polling = (this.#polling = {});
    const reached = await this.#listener.poll();
    // Meanwhile a stream may have come, or everybody may have gone.
    if (this.#polling !== polling) return;
    this.#polling = undefined;
    const wasOffline = this.#state.status === 'offline';
    this.#setState(reached ? 'polling' : 'offline');
    this.#schedule('poll', this.#pollMs * (0.8 + 0.4 * this.#environment.random()), () => void this.#poll());
    // The API is back: its streams may be as well.
    if (reached && wasOffline && !this.#attempt) this.#open();
  }

  #stopPolling(): void {
    this.#polling = undefined;
    this.#cancel('poll');
  }

  #pageChanged(): void {
    const page = this.#environment.page;
    if (page?.isHidden()) return this.#pauseLater();
    this.#cancel('pause');
    const quiet = this.#environment.now() - this.#heardAt > QUIET_MS;
    // A browser that believes to be offline may be wrong: only trying tells.
    if (this.#state.status !== 'live' || quiet || page?.isOffline()) this.#resume();
  }

  #pauseLater(): void {
    if (!this.#callOff.pause) this.#schedule('pause', HIDDEN_BEFORE_PAUSE_MS, () => this.#pause());
  }

  #schedule(name: Timer, milliseconds: number, run: () => void): void {
    this.#cancel(name);
    this.#callOff[name] = this.#environment.after(milliseconds, () => {
      delete this.#callOff[name];
      run();
    });
  }

  #cancel(name: Timer): void {
    this.#callOff[name]?.();
    delete this.#callOff[name];
  }

  #setState(status: LiveState['status']): void {
    if (status === this.#state.status) return;
    const transport = status === 'live' ? 'sse' : status === 'polling' ? 'polling' : null;
    this.#state = Object.freeze({ status, transport, since: new Date(this.#environment.now()) });
    this.#listener.state(this.#state);
  }
}

function isRefusal(error: unknown): error is HttpError {
  return error instanceof HttpError && error.status < 500 && error.status !== 408 && error.status !== 429;
}
