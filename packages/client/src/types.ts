import type {
  BoardKind,
  Community,
  Leaderboard,
  LiveEventName,
  LiveEvents,
  RankCard,
  Reward,
  Rewards,
  UpdateMeRequest,
  WindowKind,
} from './contract.ts';
import type { ClientError } from './errors.ts';

/** What a client is made of. */
export interface ClientOptions {
  /** Where the API answers, without `/api/v1`: `https://api.example.com`. */
  apiUrl: string;
  /** The Whop company id of the community, `biz_…`. */
  communityId: string;
  /** A member token. Use `getToken` for a page that stays open longer than a token lives. */
  token?: string | undefined;
  /** Gives a member token. Asked when the first request needs it, and again when that one is of no more use. */
  getToken?: GetToken | undefined;
  /** A publishable key, `pk_…`. */
  key?: string | undefined;
  /** Used instead of the global `fetch`. */
  fetch?: typeof fetch | undefined;
}

/**
 * Gives a member token.
 * @param old - a token that the API no longer takes, or that is about to run out: only another one helps
 */
export type GetToken = (old?: string) => Promise<string>;

/** What every request takes. */
export interface RequestOptions {
  /** Aborts the request; the promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** Which leaderboard. */
export interface BoardChoice {
  /** `top` unless given: everybody by XP; or `newcomers`, or `climbers` by what they gained on their own last week. */
  board?: BoardKind | undefined;
  /** `all` unless given; `climbers` are of a week. */
  window?: WindowKind | undefined;
  /** A past day, week or month: a day in it (`2026-11-15`), or an instant in ISO 8601. */
  at?: string | undefined;
}

/** Which page of which leaderboard. */
export interface LeaderboardOptions extends RequestOptions, BoardChoice {
  /** 1 to 100 entries; 50 unless given. */
  limit?: number | undefined;
  /** A former page's `nextCursor`: what follows it. */
  cursor?: string | undefined;
  /** `me` or a user id: the page around that member. */
  around?: string | undefined;
}

/**
 * One community, as one reader sees it. Every method rejects with a {@link ClientError}, or with the reason of the
 * signal that aborted it.
 */
export interface Client {
  /** Without a trailing slash. */
  readonly apiUrl: string;
  readonly communityId: string;
  /** Name, theme and levels. */
  getCommunity(options?: RequestOptions): Promise<Community>;
  /** One page of a leaderboard, the first unless `cursor` or `around` says otherwise. */
  getLeaderboard(options?: LeaderboardOptions): Promise<Leaderboard>;
  /** Where the holder of the token stands. */
  getMyCard(options?: RequestOptions): Promise<RankCard>;
  /** Where one member stands; `me` is whoever holds the token. */
  getRankCard(userId: string, options?: RequestOptions): Promise<RankCard>;
  /** What the levels give; with a token, in the states they have for its member. */
  getRewards(options?: RequestOptions): Promise<Rewards>;
  /**
   * Makes an unlocked badge or custom reward the token's holder's own; the answer has its code. Rejects with
   * `reward-not-claimable` where it is locked, claimed already, or given by itself.
   */
  claimReward(rewardId: string, options?: RequestOptions): Promise<Reward>;
  /** Changes who sees the token's holder, and how; what is left out stays. Answers their card. */
  updateMe(settings: UpdateMeRequest, options?: RequestOptions): Promise<RankCard>;
  /** The client's one feed: it connects with the first watcher and closes with the last. */
  live(): LiveFeed;
}

/** Something a page shows, to be kept true. */
export type View =
  | { kind: 'community' }
  | ({ kind: 'leaderboard'; limit?: number | undefined; around?: string | undefined } & BoardChoice)
  | { kind: 'rankCard'; userId: string }
  | { kind: 'rewards' };

/** What a view holds, by its kind. */
export interface ViewData {
  community: Community;
  leaderboard: Leaderboard;
  rankCard: RankCard;
  rewards: Rewards;
}

/** What this view holds. */
export type DataOf<V extends View> = ViewData[V['kind']];

/** Keeps views true, over one connection for all of them. */
export interface LiveFeed {
  readonly state: LiveState;
  /**
   * Keeps a view true until the returned function is called. Equal views share their requests. What is known already
   * is told before this returns.
   */
  watch<V extends View>(view: V, observer: Observer<V>): () => void;
}

/** How the feed stands. */
export interface LiveState {
  /**
   * - `idle`: nobody watches, or the page has been hidden for a while.
   * - `connecting`: the first attempts.
   * - `live`: every change arrives as it happens.
   * - `reconnecting`: the connection was lost a moment ago.
   * - `polling`: no connection gets through; everything is loaded again at intervals.
   * - `offline`: the API cannot be reached; what is shown may be old.
   */
  readonly status: 'idle' | 'connecting' | 'live' | 'reconnecting' | 'polling' | 'offline';
  /**
   * How changes arrive; null while they don't.
   * - `supabase`: over Supabase Realtime, for holders of a member token where the API offers it.
   * - `sse`: over the API's own stream, for everyone else and where Realtime does not get through.
   * - `polling`: everything is loaded again at intervals.
   */
  readonly transport: 'supabase' | 'sse' | 'polling' | null;
  /** Since when the status has been this one; null for a feed that was never used. */
  readonly since: Date | null;
}

/** Hears about a view. What it throws is reported to the page (`reportError`) and stops nothing. */
export interface Observer<V extends View> {
  /** The newest that is known; never older than what came before, but for a database that was put back in time. */
  data(update: Update<V>): void;
  /** A request failed; what came before stays valid and the feed goes on trying. */
  error?(error: ClientError): void;
  /** At the beginning of the watch, and whenever the state changes. */
  state?(state: LiveState): void;
  /** Every well-formed event, for moments worth showing. */
  event?(event: LiveEvent): void;
}

/** A view's data as of a moment. */
export interface Update<V extends View> {
  data: DataOf<V>;
  /** When it was known to be true. */
  receivedAt: Date;
  /** Loaded as a whole, or brought up to date by an event. */
  cause: 'snapshot' | 'live';
}

/** Something that happened, as it is told. */
export type LiveEvent = { [Name in LiveEventName]: { type: Name; data: LiveEvents[Name] } }[LiveEventName];
