import type { ServerResponse } from 'node:http';
import type { CommunityRow, DatabaseFunctions } from '../database/functions.ts';
import type { CommitMessage, Database } from '../database/port.ts';
import { ApiError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { Channel } from './channel.ts';
import { followCommits } from './follow-commits.ts';
import { heartbeat } from './frame.ts';
import { communityTopic, topicsFor, type Watcher } from './topics.ts';
import { Viewer } from './viewer.ts';

export interface LiveSettings {
  /** Open streams of this process at most; the next is answered `503 overloaded`. Default 10 000. */
  maxViewers: number;
  /** How often a quiet stream shows that it is alive. Default 15 000. */
  heartbeatMs: number;
  /** A community's changes are told at most once in this time. Default 250. */
  intervalMs: number;
  /** How long a viewer is asked to wait before it connects again. Default 1000. */
  retryMs: number;
  /** How often versions are compared where listening is not possible. Default 2000. */
  pollMs: number;
  /** How often listening is tried again meanwhile. Default 30 000. */
  listenAgainMs: number;
}

export const defaultLiveSettings: LiveSettings = {
  maxViewers: 10_000,
  heartbeatMs: 15_000,
  intervalMs: 250,
  retryMs: 1000,
  pollMs: 2000,
  listenAgainMs: 30_000,
};

export interface LiveHubOptions {
  database: Pick<Database, 'listen'>;
  functions: Pick<DatabaseFunctions, 'getCommunity'>;
  log: Logger;
  settings?: Partial<LiveSettings> | undefined;
}

/** A place at a community's stream. */
export interface Seat {
  /** Begins the stream, from where the community stands. */
  open(community: CommunityRow, lastEventId: string | undefined): void;
  leave(): void;
}

/** Hears the database once and tells every viewer of this process. */
export class LiveHub {
  readonly #options: LiveHubOptions;
  readonly #settings: LiveSettings;
  readonly #channels = new Map<string, Channel>();
  /** By community id: what is compared with the database after a gap. */
  readonly #communities = new Map<string, Channel>();
  #viewers = 0;
  #closed = false;
  #unfollow: (() => Promise<void>) | undefined;
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(options: LiveHubOptions) {
    this.#options = options;
    this.#settings = { ...defaultLiveSettings, ...options.settings };
  }

  /**
   * Takes a seat: from now on nothing is missed. Throws `overloaded` when all are taken or the server is stopping.
   */
  join(communityId: string, watcher: Watcher, response: ServerResponse): Seat {
    if (this.#closed || this.#viewers >= this.#settings.maxViewers) throw overloaded();
    this.#start();
    const viewer = new Viewer(response);
    const community = this.#channel(communityTopic(communityId));
    this.#communities.set(communityId, community);
    const topics = topicsFor(communityId, watcher);
    for (const topic of topics) this.#channel(topic).viewers.add(viewer);
    this.#viewers += 1;

    const leave = once(() => this.#leave(viewer, communityId, topics));
    response.once('close', leave);
    return {
      leave,
      open: ({ version }, lastEventId) => {
        if (this.#closed) throw overloaded();
        community.startAt(version);
        viewer.open(Math.max(version, community.version ?? 0), lastEventId, this.#settings.retryMs);
      },
    };
  }

  /** How many seats are taken. */
  get viewers(): number {
    return this.#viewers;
  }

  /** Ends every stream at once, so that a server that stops need not wait for them. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#heartbeat);
    for (const channel of this.#channels.values()) channel.end();
    await this.#unfollow?.();
  }

  #start(): void {
    const { database, log } = this.#options;
    const { pollMs, listenAgainMs, heartbeatMs } = this.#settings;
    this.#unfollow ??= followCommits({
      database,
      log,
      pollMs,
      listenAgainMs,
      onMessage: (message) => this.#relay(message),
      compare: () => this.#compare(),
    });
    this.#heartbeat ??= setInterval(() => this.#beat(), heartbeatMs);
  }

  #channel(topic: string): Channel {
    const known = this.#channels.get(topic);
    if (known) return known;
    const channel = new Channel(this.#settings.intervalMs);
    this.#channels.set(topic, channel);
    return channel;
  }

  #leave(viewer: Viewer, communityId: string, topics: string[]): void {
    this.#viewers -= 1;
    for (const topic of topics) {
      const channel = this.#channels.get(topic);
      channel?.viewers.delete(viewer);
      if (channel?.viewers.size !== 0) continue;
      channel.end();
      this.#channels.delete(topic);
      if (topic === communityTopic(communityId)) this.#communities.delete(communityId);
    }
  }

  #relay(message: CommitMessage): void {
    const channel = this.#channels.get(message.topic);
    if (!channel) return;
    if (message.topic.startsWith('member:')) return channel.tell(message);
    channel.announce(message);
    // Settings say who may watch.
    if (message.event === 'community.updated') void this.#compare().catch(() => undefined);
  }

  /** Tells the viewers of every community that is not where they think. */
  async #compare(): Promise<void> {
    for (const [communityId, channel] of this.#communities) {
      const heard = channel.version ?? 0;
      const community = await this.#options.functions.getCommunity(communityId);
      const ended = community?.visibility !== 'public' || community.version < heard;
      // Whoever may not watch any more learns so by coming back, and so does everybody after a restored backup.
      if (ended) channel.end();
      else channel.catchUp(community.version);
    }
  }

  #beat(): void {
    for (const channel of this.#communities.values()) {
      for (const viewer of channel.viewers) viewer.write(heartbeat);
    }
  }
}

function overloaded(): ApiError {
  const detail = 'No more live viewers fit here now: load at intervals, and try again in a minute.';
  return new ApiError('overloaded', detail, { retryAfterSeconds: 60 });
}

function once(run: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    run();
  };
}
