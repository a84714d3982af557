import type { ActivityEntry, Client, ClientError, LiveState, MemberActivity, RankCard } from '@wee5/client';
import type { ReactiveController } from 'lit';
import { mergePages } from './activity-pages.ts';
import { askForActivity } from './ask-for-activity.ts';
import { FeedController, type Feed, type FeedHost } from './feed-controller.ts';

export interface ActivityData {
  entries: ActivityEntry[];
  /** Null where the log has nothing older. */
  nextCursor: string | null;
}

/**
 * The reader's own log, newest first. Nothing tells of new entries, so the reader's card does: whenever it changes,
 * the first page is loaded again and put before what is known.
 */
export class ActivityController implements ReactiveController, Feed {
  data: ActivityData | undefined;
  error: ClientError | undefined;
  /** What went wrong with an older page, beside what is shown. */
  moreError: ClientError | undefined;
  readonly card: FeedController<{ kind: 'rankCard'; userId: 'me' }>;
  readonly #host: FeedHost;
  readonly #limit: () => number;
  #client: Client | undefined;
  #asOf = new Date();
  /** The requests that are under way, for the first page and for an older one. */
  #first: AbortController | undefined;
  #older: AbortController | undefined;
  #isWanted = false;
  #wasAway = false;

  constructor(host: FeedHost, limit: () => number) {
    this.#host = host;
    this.#limit = limit;
    this.card = new FeedController(host, {
      view: () => ({ kind: 'rankCard', userId: 'me' }),
      data: (card, before) => this.#cardChanged(card, before),
    });
    host.addController(this);
  }

  get live(): LiveState | undefined {
    return this.card.live;
  }

  get isLoadingMore(): boolean {
    return this.#older !== undefined;
  }

  get asOf(): Date {
    return this.live?.status === 'live' && !this.error ? new Date() : this.#asOf;
  }

  retry(): void {
    this.error = undefined;
    this.card.retry();
    void this.#load();
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const { source, isConnected } = this.#host;
    const client = 'client' in source ? source.client : undefined;
    if (!isConnected || (client === this.#client && !this.#wasAway)) return;
    this.#wasAway = false;
    if (client !== this.#client) {
      this.#endRequests();
      this.#client = client;
      this.data = this.error = this.moreError = undefined;
    }
    void this.#load();
  }

  hostDisconnected(): void {
    // An element that is only being moved is back by then and goes on waiting.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#wasAway = true;
      this.#endRequests();
    });
  }

  /** Loads the next older page. @returns the entries that it added */
  async loadMore(): Promise<ActivityEntry[]> {
    const client = this.#client;
    const { data } = this;
    if (!client || !data?.nextCursor || this.isLoadingMore) return [];
    const { signal } = (this.#older = new AbortController());
    this.moreError = undefined;
    this.#host.requestUpdate();
    const cursor = data.nextCursor;
    const page = await askForActivity(client, { limit: this.#limit(), cursor, signal });
    if (signal.aborted) return [];
    this.#older = undefined;
    this.#host.requestUpdate();
    // A first page with a gap to what was known has begun the list anew meanwhile.
    if (this.data?.nextCursor !== cursor) return [];
    if (!('entries' in page)) {
      this.moreError = page;
      return [];
    }
    const known = new Set(this.data.entries.map(({ activityId }) => activityId));
    const added = page.entries.filter(({ activityId }) => !known.has(activityId));
    this.data = { entries: [...this.data.entries, ...added], nextCursor: page.nextCursor };
    return added;
  }

  #cardChanged(card: RankCard, before: RankCard | undefined): void {
    if (before && (card.version !== before.version || card.xp !== before.xp)) void this.#load();
  }

  /** The first page. Who asks meanwhile gets another one after it. */
  async #load(): Promise<void> {
    const client = this.#client;
    this.#isWanted = true;
    if (!client || this.#first) return;
    const { signal } = (this.#first = new AbortController());
    while (this.#isWanted) {
      this.#isWanted = false;
      const page = await askForActivity(client, { limit: this.#limit(), signal });
      if (signal.aborted) return;
      this.#take(page);
    }
    this.#first = undefined;
  }

  #endRequests(): void {
    for (const request of [this.#first, this.#older]) request?.abort();
    this.#first = this.#older = undefined;
  }

  #take(page: MemberActivity | ClientError): void {
    if ('entries' in page) {
      this.data = mergePages(page, this.data);
      this.error = undefined;
      this.#asOf = new Date();
    } else this.error = page;
    this.#host.requestUpdate();
  }
}
