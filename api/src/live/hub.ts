import type { ServerResponse } from 'node:http';
import type { CommunityRow, DatabaseFunctions } from '../database/functions.ts';
import type { CommitMessage, Database } from '../database/port.ts';
import { ApiError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { Channel, type ChannelOwner } from './channel.ts';
import { compareChannels } from './compare.ts';
import { CommitFollower } from './follow-commits.ts';
import { heartbeat } from './frame.ts';
import { communityTopic, memberTopic, type Watcher } from './topics.ts';
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
  /** How often versions are compared anyway, since a message may be lost. Default 60 000. */
  checkMs: number;
  /** How often listening is tried again. Default 30 000. */
  listenAgainMs: number;
}

const defaultLiveSettings: LiveSettings = {
  maxViewers: 10_000,
  heartbeatMs: 15_000,
  intervalMs: 250,
  retryMs: 1000,
  pollMs: 2000,
  checkMs: 60_000,
  listenAgainMs: 30_000,
};

export interface LiveHubOptions {
  database: Pick<Database, 'listen'>;
  functions: Pick<DatabaseFunctions, 'getCommunityStates' | 'getRankCard'>;
  log: Logger;
  now?: (() => Date) | undefined;
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
  readonly #now: () => Date;
  /** By topic. */
  readonly #channels = new Map<string, Channel>();
  readonly #viewers = new Set<Viewer>();
  #closed = false;
  #follower: CommitFollower | undefined;
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(options: LiveHubOptions) {
    this.#options = options;
    this.#settings = { ...defaultLiveSettings, ...options.settings };
    this.#now = options.now ?? (() => new Date());
  }

  /**
   * Takes a seat: from now on nothing is missed. Throws `overloaded` when all are taken or the server is stopping.
   */
  join(communityId: string, watcher: Watcher, response: ServerResponse): Seat {
    if (this.#closed || this.#viewers.size >= this.#settings.maxViewers) throw overloaded();
    this.#start();
    const viewer = new Viewer(response, watcher);
    this.#viewers.add(viewer);
    const { userId } = watcher;
    const community = this.#take(viewer, communityTopic(communityId), { communityId, userId: null });
    const own =
      userId !== null && this.#take(viewer, memberTopic(communityId, userId), { communityId, userId });

    const leave = once(() => this.#leave(viewer, own ? [community, own] : [community]));
    response.once('close', leave);
    return {
      leave,
      open: ({ version }, lastEventId) => {
        if (this.#closed) throw overloaded();
        community.startAt(version);
        if (own) own.startAt(version);
        const newest = Math.max(version, community.version ?? 0);
        viewer.open({ version: newest, lastEventId, retryMs: this.#settings.retryMs, now: this.#now() });
      },
    };
  }

  /** How many seats are taken. */
  get viewers(): number {
    return this.#viewers.size;
  }

  /** Ends every stream at once, so that a server that stops need not wait for them. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#heartbeat);
    for (const channel of this.#channels.values()) channel.end();
    await this.#follower?.stop();
  }

  #start(): void {
    const { database, log } = this.#options;
    this.#follower ??= new CommitFollower({
      ...this.#settings,
      database,
      log,
      onMessage: (message) => this.#relay(message),
      compare: (topics) => this.#compare(topics),
    });
    this.#heartbeat ??= setInterval(() => {
      for (const viewer of this.#viewers) viewer.write(heartbeat);
    }, this.#settings.heartbeatMs);
  }

  #take(viewer: Viewer, topic: string, owner: ChannelOwner): Channel {
    const known = this.#channels.get(topic);
    const channel = known ?? new Channel(topic, owner, this.#settings.intervalMs);
    channel.viewers.add(viewer);
    if (known) return known;
    this.#channels.set(topic, channel);
    this.#follower?.follow(topic);
    return channel;
  }

  #leave(viewer: Viewer, channels: Channel[]): void {
    this.#viewers.delete(viewer);
    for (const channel of channels) {
      channel.viewers.delete(viewer);
      if (channel.viewers.size > 0) continue;
      channel.end();
      this.#channels.delete(channel.topic);
      this.#follower?.unfollow(channel.topic);
    }
  }

  #relay(message: CommitMessage): void {
    const channel = this.#channels.get(message.topic);
    if (!channel) return;
    if (channel.owner.userId !== null) return channel.tell(message);
    channel.announce(message);
    // Settings say who may watch.
    if (message.event === 'community.updated') this.#follower?.doubt(message.topic);
  }

  async #compare(topics: string[]): Promise<void> {
    const channels = topics.flatMap((topic) => this.#channels.get(topic) ?? []);
    await compareChannels({ channels, functions: this.#options.functions, now: this.#now });
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
