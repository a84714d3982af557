import type {
  ActivityEntry,
  ActivityOptions,
  Client,
  ClientError,
  LiveState,
  MemberActivity,
  RankCard,
} from '@wee5/client';
import type { ReactiveController } from 'lit';
import { mergePages } from './activity-pages.ts';
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
  /** The request for an older page that is under way. */
  older: AbortController | undefined;
  readonly card: FeedController<{ kind: 'rankCard'; userId: 'me' }>;
  readonly #host: FeedHost;
  readonly #limit: () => number;
  #client: Client | undefined;
  #asOf = new Date();
  /** The request for the first page that is under way. */
  #first: AbortController | undefined;
  #isWanted = false;

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
    if (!this.#host.isConnected) return;
    const { source } = this.#host;
    const client = 'client' in source ? source.client : undefined;
    if (client !== this.#client) {
      this.#endRequests();
      this.#client = client;
      this.data = this.error = this.moreError = undefined;
    }
    if (this.#isWanted) void this.#load();
  }

  hostDisconnected(): void {
    // An element that is only being moved is back by then and goes on waiting.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#endRequests();
    });
  }

  /** Loads the next older page. @returns the entries that it added */
  async loadMore(): Promise<ActivityEntry[]> {
    const client = this.#client;
    const { data } = this;
    if (!client || !data?.nextCursor || this.older) return [];
    const { signal } = (this.older = new AbortController());
    this.moreError = undefined;
    this.#host.requestUpdate();
    const cursor = data.nextCursor;
    const page = await this.#ask(client, { limit: this.#limit(), cursor, signal });
    if (signal.aborted) return [];
    this.older = undefined;
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
      const page = await this.#ask(client, { limit: this.#limit(), signal });
      if (signal.aborted) return;
      this.#take(page);
    }
    this.#first = undefined;
  }

  /** Whoever comes next, or comes back, has to ask anew. */
  #endRequests(): void {
    this.#first?.abort();
    this.older?.abort();
    this.#first = this.older = undefined;
    this.#isWanted = true;
  }

  #take(page: MemberActivity | ClientError): void {
    if ('entries' in page) {
      this.data = mergePages(page, this.data);
      this.error = undefined;
      this.#asOf = new Date();
    } else this.error = page;
    this.#host.requestUpdate();
  }

  #ask(client: Client, page: ActivityOptions): Promise<MemberActivity | ClientError> {
    return client.getMyActivity(page).catch((error: unknown) => error as ClientError);
  }
}
