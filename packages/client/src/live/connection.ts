import type { Environment } from '../environment.ts';
import type { FeedStatus } from '../feed-status.ts';
import { Backoff, REFUSED_RETRY_MS } from './backoff.ts';
import { isRefusal } from './is-refusal.ts';
import { PageWatch } from './page-watch.ts';
import { Polling } from './polling.ts';
import { Timers } from './timers.ts';
import { TransportChoice, type Transports } from './transports/transport-choice.ts';
import type { Transport, TransportListener } from './transports/transport.ts';

/** What a connection calls back. */
export interface ConnectionListener extends Pick<TransportListener, 'event' | 'malformed'> {
  /** An attempt to connect is about to begin. */
  opening(): void;
  hello(version: number): void;
  /** Another transport has taken over from one that worked, at this version. */
  takenOver(version: number): void;
  /** Nothing came for a while over a transport that may lose something; `isFirst` until something comes again. */
  silence(isFirst: boolean): void;
  /** Loads everything again, for want of a connection. Resolves with whether the API was reached. */
  poll(): Promise<boolean>;
}

interface Parts {
  readonly transports: Transports;
  readonly environment: Environment;
  readonly status: FeedStatus;
}

interface Attempt {
  readonly transport: Transport;
  readonly controller: AbortController;
}

/** A connection that lived shorter than this was no success: coming back at once would hammer the API. */
const SHORT_LIFE_MS = 5000;
const FAILURES_BEFORE_POLLING = 3;
const POLL_MS = 10_000;
/** Two heartbeats: a machine that slept may hold a connection that only looks alive. */
const QUIET_MS = 30_000;
/** After this a lost message would have been followed by another one in a community where something happens. */
const SILENCE_MS = 60_000;

/**
 * Keeps one connection: Realtime first where it is to be had, else the API's stream, polling where neither gets
 * through. Comes back with growing, random pauses, and pauses while nobody looks at the page.
 */
export class Connection {
  readonly #environment: Environment;
  readonly #listener: ConnectionListener;
  readonly #timers: Timers<'retry' | 'silence' | 'trial'>;
  readonly #backoff: Backoff;
  readonly #choice: TransportChoice;
  readonly #polling: Polling;
  readonly #page: PageWatch;
  readonly #status: FeedStatus;
  #attempt: Attempt | undefined;
  /** A better transport, tried beside one that works. */
  #trial: Attempt | undefined;
  #openedAt = 0;
  #heardAt = 0;

  constructor({ transports, environment, status }: Parts, listener: ConnectionListener) {
    this.#status = status;
    this.#environment = environment;
    this.#listener = listener;
    this.#timers = new Timers(environment);
    this.#backoff = new Backoff(environment);
    this.#choice = new TransportChoice(transports, environment);
    this.#polling = new Polling(environment, {
      poll: () => listener.poll(),
      polled: (reached) => this.#polled(reached),
    });
    this.#page = new PageWatch(environment, { left: () => this.#pause(), back: () => this.#back() });
  }

  start(): void {
    this.#resume();
    this.#page.start();
  }

  stop(): void {
    this.#page.stop();
    this.#pause();
  }

  #resume(): void {
    this.#backoff.failures = 0;
    this.#choice.forgive();
    if (this.#status.state.status === 'idle') this.#status.set('connecting');
    this.#open();
  }

  #pause(): void {
    this.#endAttempts();
    this.#timers.cancel('retry');
    this.#polling.stop();
    this.#status.set('idle');
  }

  #open(): void {
    this.#timers.cancel('retry');
    this.#endAttempts();
    this.#attempt = createAttempt(this.#choice.next());
    this.#listener.opening();
    this.#run(this.#attempt);
  }

  #run(attempt: Attempt): void {
    const ifCurrent =
      <Args extends unknown[]>(run: (...args: Args) => void) =>
      (...args: Args): void => {
        if (this.#attempt !== attempt) return;
        this.#expectMore(attempt.transport);
        run(...args);
      };
    const listener: TransportListener = {
      hello: (version) => this.#greeted(attempt, version),
      event: ifCurrent((event) => this.#listener.event(event)),
      malformed: ifCurrent(() => this.#listener.malformed()),
      alive: () => (this.#heardAt = this.#environment.now()),
      retry: (milliseconds) => this.#backoff.ask(milliseconds),
    };
    const lost = (error: unknown): void => this.#lost(attempt, error);
    attempt.transport.run(listener, attempt.controller.signal).then(() => lost(undefined), lost);
  }

  #endAttempts(): void {
    for (const attempt of [this.#attempt, this.#trial]) attempt?.controller.abort();
    this.#attempt = this.#trial = undefined;
    this.#timers.cancel('silence', 'trial');
  }

  #greeted(attempt: Attempt, version: number): void {
    const isTrial = attempt === this.#trial;
    if (!isTrial && attempt !== this.#attempt) return;
    if (isTrial) {
      this.#trial = undefined;
      this.#endAttempts();
      this.#attempt = attempt;
    }
    this.#openedAt = this.#environment.now();
    this.#polling.stop();
    this.#status.set('live', attempt.transport.name);
    this.#expectMore(attempt.transport);
    this.#tryBetter(attempt.transport);
    if (isTrial) this.#listener.takenOver(version);
    else this.#listener.hello(version);
  }

  #lost(attempt: Attempt, error: unknown): void {
    if (attempt === this.#trial) return this.#trialFailed(error);
    if (attempt !== this.#attempt) return;
    this.#endAttempts();
    const wasLive = this.#status.state.status === 'live';
    if (wasLive && this.#environment.now() - this.#openedAt >= SHORT_LIFE_MS) {
      this.#backoff.failures = 0;
      this.#choice.worked(attempt.transport);
    }
    if (this.#environment.page?.isOffline()) this.#status.set('offline');
    else if (wasLive) this.#status.set('reconnecting');
    if (this.#choice.failed(error)) this.#open();
    else this.#comeBack(error);
  }

  #comeBack(error: unknown): void {
    this.#backoff.failures += 1;
    this.#timers.set('retry', this.#backoff.pauseAfter(error), () => this.#open());
    const refused = isRefusal(error);
    if (!refused && this.#backoff.failures < FAILURES_BEFORE_POLLING) return;
    this.#polling.start(refused && error.code !== 'unknown' ? REFUSED_RETRY_MS : POLL_MS);
  }

  #polled(reached: boolean): void {
    const wasOffline = this.#status.state.status === 'offline';
    this.#status.set(reached ? 'polling' : 'offline', reached ? 'polling' : null);
    // The API is back: its streams may be as well.
    if (reached && wasOffline && !this.#attempt) this.#open();
  }

  /** What works stays until there is something better. */
  #tryBetter(current: Transport): void {
    const better = this.#choice.better(current);
    if (!better || this.#trial) return;
    this.#timers.set('trial', better.wait, () => {
      this.#trial = createAttempt(better.transport);
      this.#run(this.#trial);
    });
  }

  #trialFailed(error: unknown): void {
    this.#trial = undefined;
    this.#choice.failed(error);
    if (this.#attempt) this.#tryBetter(this.#attempt.transport);
  }

  #expectMore(transport: Transport, isFirst = true): void {
    if (transport.isReliable) return;
    // Everyone has heard the last message at the same moment, and must not ask at the same moment.
    this.#timers.set('silence', SILENCE_MS * (1 + 0.2 * this.#environment.random()), () => {
      this.#expectMore(transport, false);
      this.#listener.silence(isFirst);
    });
  }

  #back(): void {
    const quiet = this.#environment.now() - this.#heardAt > QUIET_MS;
    // A browser that believes to be offline may be wrong: only trying tells.
    if (this.#status.state.status !== 'live' || quiet || this.#environment.page?.isOffline()) this.#resume();
  }
}

function createAttempt(transport: Transport): Attempt {
  return { transport, controller: new AbortController() };
}
