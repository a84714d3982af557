import type { Community, Leaderboard, LiveEventName, LiveEvents, RankCard, Rewards } from './contract.ts';
import type { ClientError } from './errors.ts';
import type { BoardChoice } from './types.ts';

/** Name, theme and levels, as {@link Client.getCommunity} answers them. */
export interface CommunityView {
  /** Which view it is. */
  kind: 'community';
}

/** One page of a leaderboard, as {@link Client.getLeaderboard} answers it; the next one when its window ends. */
export interface LeaderboardView extends BoardChoice {
  /** Which view it is. */
  kind: 'leaderboard';
  /** 1 to 100 entries; 50 unless given. */
  limit?: number | undefined;
  /** `me` or a user id: the page around that member, in the place of the first one. */
  around?: string | undefined;
}

/** Where one member stands, as {@link Client.getRankCard} answers it. */
export interface RankCardView {
  /** Which view it is. */
  kind: 'rankCard';
  /** `user_…`, or `me` for whoever holds the token. */
  userId: string;
}

/** What the levels give, as {@link Client.getRewards} answers it. */
export interface RewardsView {
  /** Which view it is. */
  kind: 'rewards';
}

/** Something a page shows, to be kept true. */
export type View = CommunityView | LeaderboardView | RankCardView | RewardsView;

/** What a view holds, by its kind. */
export interface ViewData {
  /** As {@link Client.getCommunity} answers it. */
  community: Community;
  /** As {@link Client.getLeaderboard} answers it. */
  leaderboard: Leaderboard;
  /** As {@link Client.getRankCard} answers it. */
  rankCard: RankCard;
  /** As {@link Client.getRewards} answers it. */
  rewards: Rewards;
}

/** What this view holds. */
export type DataOf<V extends View> = ViewData[V['kind']];

/** Keeps views true, over one connection for all of them. */
export interface LiveFeed {
  /** How the feed stands now; observers hear of every change. */
  readonly state: LiveState;
  /**
   * Keeps a view true until the returned function is called; calling that again does nothing. Equal views share their
   * requests. What is known already is told before this returns, and the first data as soon as it is read, also before
   * there is a connection. Never throws: what goes wrong is told to `error`.
   *
   * @example
   * const stop = client.live().watch(
   *   { kind: 'leaderboard', window: 'week', limit: 10 },
   *   {
   *     data: ({ data }) => console.log(data.entries.map(({ displayName, xp }) => `${displayName}: ${xp}`)),
   *     error: (error) => console.log('What was shown stays.', error.message),
   *     state: ({ status }) => console.log(status === 'live' ? 'Live' : `Not live: ${status}`),
   *   },
   * );
   * setTimeout(stop, 60_000);
   */
  watch<V extends View>(view: V, observer: Observer<V>): () => void;
}

/** How the feed stands. Frozen: a change is another object. */
export interface LiveState {
  /**
   * - `idle`: nobody watches, or the page has been hidden for a while.
   * - `connecting`: the first attempts; the first data may be there already.
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
  /** The view's data, another object with every update; its `version` never runs backwards. */
  data: DataOf<V>;
  /** When it was known to be true. */
  receivedAt: Date;
  /** Loaded as a whole, or brought up to date by an event. */
  cause: 'snapshot' | 'live';
}

/** Something that happened, as it is told. */
export type LiveEvent = {
  [Name in LiveEventName]: {
    /** What happened: `member.leveled_up`. */
    type: Name;
    /** To whom and how, with the community's `version` as of then. */
    data: LiveEvents[Name];
  };
}[LiveEventName];
