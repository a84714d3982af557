import { backOff } from './back-off.ts';
import type { CommitMessage, Listening, OnGap, OnMessage } from './port.ts';
import { RealtimeConnection } from './realtime-connection.ts';
import { defaultRealtimeSettings, type RealtimeOptions, type RealtimeSettings } from './realtime-settings.ts';

interface Subscriber {
  onMessage: OnMessage;
  onGap: OnGap;
}

interface Topic {
  wantedBy: Set<Subscriber>;
  state: 'waiting' | 'joining' | 'heard';
  /** When to join, by `performance.now()`. */
  at: number;
  failures: number;
  linger?: NodeJS.Timeout;
}

/** Hears topics over as few connections as Realtime allows, and joins again whatever is lost, one after the other. */
export class RealtimeListener {
  readonly #settings: RealtimeOptions & RealtimeSettings;
  readonly #topics = new Map<string, Topic>();
  readonly #connections = new Set<RealtimeConnection>();
  #next: { at: number; timer: NodeJS.Timeout } | undefined;
  /** Connections in a row that were lost or never came about, and when to make another one. */
  #failures = 0;
  #connectAt = 0;
  #complained = false;
  #closed = false;

  constructor(options: RealtimeOptions) {
    this.#settings = { ...defaultRealtimeSettings, ...options };
  }

  add(subscriber: Subscriber): Listening {
    const wanted = new Set<string>();
    return {
      follow: (topic) => {
        wanted.add(topic);
        this.#want(topic, subscriber);
      },
      unfollow: (topic) => {
        wanted.delete(topic);
        this.#unwant(topic, subscriber);
      },
      hears: (topic) => this.#topics.get(topic)?.state === 'heard',
      stop: async () => {
        for (const topic of wanted) this.#unwant(topic, subscriber);
      },
    };
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#next?.timer);
    for (const { linger } of this.#topics.values()) clearTimeout(linger);
    for (const connection of this.#connections) connection.close();
  }

  #want(name: string, subscriber: Subscriber): void {
    if (this.#closed) return;
    const topic = this.#topics.get(name) ?? { wantedBy: new Set(), state: 'waiting', at: 0, failures: 0 };
    clearTimeout(topic.linger);
    topic.wantedBy.add(subscriber);
    this.#topics.set(name, topic);
    this.#schedule();
  }

  #unwant(name: string, subscriber: Subscriber): void {
    const topic = this.#topics.get(name);
    if (!topic?.wantedBy.delete(subscriber) || topic.wantedBy.size > 0 || this.#closed) return;
    topic.linger = setTimeout(() => this.#forget(name), this.#settings.lingerMs);
  }

  #forget(name: string): void {
    this.#topics.delete(name);
    for (const connection of this.#connections) {
      if (connection.topics.size > 1) connection.leave(name);
      else if (connection.topics.has(name) || connection.isIdle) this.#drop(connection);
    }
  }

  #drop(connection: RealtimeConnection): void {
    this.#connections.delete(connection);
    connection.close();
  }

  /** Looks after what is to be joined: one topic at a time, each when its time has come. */
  #schedule(delay = this.#settings.joinEveryMs): void {
    const at = performance.now() + delay;
    if (this.#closed || (this.#next && this.#next.at <= at)) return;
    clearTimeout(this.#next?.timer);
    const timer = setTimeout(() => {
      this.#next = undefined;
      this.#joinOne();
    }, delay);
    this.#next = { at, timer };
  }

  #joinOne(): void {
    const waiting = [...this.#topics].filter(([, { state }]) => state === 'waiting');
    if (waiting.length === 0) return;
    const due = waiting.find(([, { at }]) => at <= performance.now());
    const connection = due && this.#connectionFor(due[0]);
    if (due && connection) {
      due[1].state = 'joining';
      connection.join(due[0]);
    }
    const earliest = Math.min(...waiting.map(([, { at }]) => at)) - performance.now();
    this.#schedule(Math.max(this.#settings.joinEveryMs, earliest));
  }

  #connectionFor(name: string): RealtimeConnection | undefined {
    const { topicsPerConnection } = this.#settings;
    const roomy = [...this.#connections].filter(({ topics }) => topics.size < topicsPerConnection);
    if (roomy.length === 0 && performance.now() >= this.#connectAt) this.#connect();
    return roomy.find((connection) => connection.isOpen && !connection.isLeaving(name));
  }

  #connect(): void {
    const connection = new RealtimeConnection(this.#settings, {
      message: (message) => this.#announce(message),
      joined: (name) => this.#joined(name),
      refused: (name, reason) => this.#refused(name, reason),
      gone: (gone, reason) => this.#lost(gone, reason),
    });
    this.#connections.add(connection);
  }

  #joined(name: string): void {
    const topic = this.#topics.get(name);
    if (!topic) return;
    Object.assign(topic, { state: 'heard', failures: 0 });
    this.#failures = 0;
    this.#complained = false;
    for (const { onGap } of topic.wantedBy) this.#guard(() => onGap(name));
  }

  #refused(name: string, reason: string): void {
    this.#again(name);
    // The token of a connection runs out; only a new connection gets another. That is no trouble the first time.
    if (!/^(InvalidJWTToken|JwtSign|Token has expired)/.test(reason)) {
      return this.#complain(`Supabase Realtime does not let us hear ${name}: ${reason}`);
    }
    if ((this.#topics.get(name)?.failures ?? 0) > 1) {
      this.#complain(`Supabase Realtime does not take the token of ${name}: ${reason}`);
    }
    for (const connection of this.#connections) {
      this.#drop(connection);
      for (const other of connection.topics) this.#again(other);
    }
  }

  #lost(connection: RealtimeConnection, reason: string): void {
    this.#connections.delete(connection);
    this.#complain(`The connection to Supabase Realtime was lost: ${reason}`);
    this.#connectAt = performance.now() + backOff(this.#failures, this.#settings.retry);
    this.#failures += 1;
    for (const name of connection.topics) this.#again(name);
    this.#schedule();
  }

  #again(name: string): void {
    const topic = this.#topics.get(name);
    if (!topic) return;
    topic.state = 'waiting';
    topic.at = performance.now() + backOff(topic.failures, this.#settings.retry);
    topic.failures += 1;
    this.#schedule();
  }

  #announce(message: CommitMessage): void {
    for (const { onMessage } of this.#topics.get(message.topic)?.wantedBy ?? []) {
      this.#guard(() => onMessage(message));
    }
  }

  /** A listener that throws must not end the process, nor keep the others from hearing. */
  #guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#settings.log(`A listener failed to handle what a commit says: ${(error as Error).message}`);
    }
  }

  /** Once, until a topic could be joined again. */
  #complain(what: string): void {
    if (!this.#complained)
      this.#settings.log(`${what}; versions are compared instead until it is there again.`);
    this.#complained = true;
  }
}
