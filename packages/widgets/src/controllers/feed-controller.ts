import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Client, ClientError, DataOf, LiveEvent, LiveState, View } from '@wee5/client';

/** What a controller needs of its element. */
export type FeedHost = ReactiveControllerHost & HTMLElement & { readonly source: Source };

/** Where an element's data comes from, or why there is none. */
export type Source = { client: Client } | { problem: 'no-community' | 'bad-address' };

export interface FeedOptions<V extends View> {
  /** The view to keep, by the element's properties at that moment; null for none. */
  view: () => V | null;
  /** Hears every update with what it replaces (undefined for the first). */
  data?: (data: DataOf<V>, before: DataOf<V> | undefined) => void;
  event?: (event: LiveEvent) => void;
  /**
   * What a former view's data is to the next view, on show until that has data of its own: a `part` of what is wanted,
   * or something `other`, which an error takes away. It is forgotten where nothing is said.
   */
  keep?: (view: V, former: V) => 'part' | 'other';
}

/** What an element shows of a feed's state, whatever its data is. */
export interface Feed {
  readonly data: unknown;
  readonly error: ClientError | undefined;
  readonly live: LiveState | undefined;
  /** The last moment at which `data` was known to be true. */
  readonly asOf: Date;
  /** Asks again, keeping what is known on show. */
  retry(): void;
}

/**
 * Keeps one view of the client's feed while its element is on the page. Says what is known, how old it is and what
 * is wrong; an error never takes away what was known.
 */
export class FeedController<V extends View> implements ReactiveController, Feed {
  data: DataOf<V> | undefined;
  error: ClientError | undefined;
  live: LiveState | undefined;
  /** Whether `data` is another view's, kept until there is some of this one. */
  isFormer = false;
  readonly #host: FeedHost;
  readonly #options: FeedOptions<V>;
  #stop: (() => void) | undefined;
  #client: Client | undefined;
  #view: V | null = null;
  #receivedAt = new Date();
  #liveUntil: Date | undefined;

  constructor(host: FeedHost, options: FeedOptions<V>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get asOf(): Date {
    const { status } = this.live ?? {};
    if (status === 'live') return new Date();
    return this.#liveUntil && this.#liveUntil > this.#receivedAt ? this.#liveUntil : this.#receivedAt;
  }

  retry(): void {
    this.#unwatch();
    this.error = undefined;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    const view = this.#options.view();
    const source = this.#host.source;
    const client = 'client' in source ? source.client : undefined;
    if (client !== this.#client || JSON.stringify(view) !== JSON.stringify(this.#view)) {
      this.#turn(client === this.#client && view && this.#view && this.#options.keep?.(view, this.#view));
    }
    this.#client = client;
    this.#view = view;
    if (!this.#stop && client && view) this.#watch(client, view);
  }

  hostDisconnected(): void {
    // An element that is only being moved is back by then and keeps its place in the feed.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#unwatch();
    });
  }

  #watch(client: Client, view: V): void {
    const changed = () => this.#host.requestUpdate();
    this.#stop = client.live().watch(view, {
      data: ({ data, receivedAt }) => {
        const before = this.isFormer ? undefined : this.data;
        this.data = data;
        this.error = undefined;
        this.isFormer = false;
        this.#receivedAt = receivedAt;
        this.#options.data?.(data, before);
        changed();
      },
      error: (error) => {
        this.error = error;
        if (this.isFormer) this.data = undefined;
        this.isFormer = false;
        changed();
      },
      state: (state) => {
        if (this.live?.status === 'live' && state.status !== 'live') this.#liveUntil = new Date();
        this.live = state;
        changed();
      },
      event: (event) => this.#options.event?.(event),
    });
  }

  #unwatch(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  /** Towards another view. */
  #turn(kept: 'part' | 'other' | false | null | undefined): void {
    this.#unwatch();
    this.error = this.live = undefined;
    if (kept) this.isFormer ||= kept === 'other' && this.data !== undefined;
    else {
      this.data = this.#liveUntil = undefined;
      this.isFormer = false;
    }
  }
}
