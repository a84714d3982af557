import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Listening, OnMessage } from '../database/port.ts';
import type { Logger } from '../logger.ts';
import { isCommunityTopic } from './topics.ts';

export interface FollowOptions {
  database: Pick<Database, 'listen'>;
  log: Logger;
  onMessage: OnMessage;
  /** Finds out from the database what was missed on these topics. */
  compare: (topics: string[]) => Promise<void>;
  /** How often the topics that cannot be heard are compared. */
  pollMs: number;
  /** How often all topics are compared: a message that was lost may be the last one for long. */
  checkMs: number;
  /** How often listening is tried again while it is not possible. */
  listenAgainMs: number;
}

/**
 * Follows what commits say on the topics that somebody wants. What cannot be listened to (a transaction pooler, a
 * connection that is refused, a topic that cannot be joined) is compared with the database at intervals.
 */
export class CommitFollower {
  readonly #options: FollowOptions;
  readonly #topics = new Set<string>();
  readonly #doubted = new Set<string>();
  readonly #stop = new AbortController();
  readonly #timers: NodeJS.Timeout[];
  readonly #began: Promise<void>;
  #listening: Listening | undefined;
  #settling = false;

  constructor(options: FollowOptions) {
    this.#options = options;
    this.#timers = [
      setInterval(() => this.#doubt(this.#communities().filter((t) => !this.#hears(t))), options.pollMs),
      setInterval(() => this.#doubt(this.#communities()), options.checkMs),
    ];
    this.#began = this.#listen();
  }

  follow(topic: string): void {
    this.#topics.add(topic);
    this.#listening?.follow(topic);
  }

  unfollow(topic: string): void {
    this.#topics.delete(topic);
    this.#listening?.unfollow(topic);
  }

  /** Has this topic compared with the database. */
  doubt(topic: string): void {
    this.#doubt([topic]);
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    this.#timers.forEach(clearInterval);
    await this.#began;
    await this.#listening?.stop();
  }

  async #listen(): Promise<void> {
    const { database, log, onMessage, listenAgainMs } = this.#options;
    const onGap = (topic?: string): void => this.#doubt(topic === undefined ? this.#topics : [topic]);
    for (let failed = false; !this.#stop.signal.aborted; failed = true) {
      try {
        this.#listening = await database.listen(onMessage, onGap);
        for (const topic of this.#topics) this.#listening.follow(topic);
        // What was committed before we listened was heard by nobody.
        return this.#doubt(this.#topics);
      } catch (error) {
        if (!failed) log.warn({ err: error }, 'Cannot listen to the database: versions are polled instead');
      }
      await this.#pause(listenAgainMs);
    }
  }

  /** What is compared at intervals: it moves with everything, a member's own topic included. */
  #communities(): string[] {
    return [...this.#topics].filter(isCommunityTopic);
  }

  #hears(topic: string): boolean {
    return this.#listening?.hears(topic) ?? false;
  }

  #doubt(topics: Iterable<string>): void {
    for (const topic of topics) this.#doubted.add(topic);
    if (!this.#settling) void this.#settle();
  }

  /** The truth has to be found out, however long the database takes to come back. */
  async #settle(): Promise<void> {
    this.#settling = true;
    while (this.#doubted.size > 0 && !this.#stop.signal.aborted) {
      const topics = [...this.#doubted];
      this.#doubted.clear();
      try {
        await this.#options.compare(topics);
      } catch {
        for (const topic of topics) this.#doubted.add(topic);
        await this.#pause(this.#options.pollMs);
      }
    }
    this.#settling = false;
  }

  /** Resolves early when all this is over. */
  async #pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.#stop.signal }).catch(() => undefined);
  }
}
