import type {
  BoardKind,
  Community,
  Leaderboard,
  LiveEventName,
  LiveEvents,
  MemberActivity,
  RankCard,
  Reward,
  Rewards,
  UpdateMeRequest,
  WindowKind,
} from './contract.ts';
import type { ClientError } from './errors.ts';

/** What a client is made of: where the API is, whose community, and who reads. */
export interface ClientOptions {
  /** Where the API answers, http or https, without `/api/v1`: `https://api.example.com`. */
  apiUrl: string;
  /** The Whop company id of the community, `biz_…`. */
  communityId: string;
  /** A member token. Use `getToken` for a page that stays open longer than a token lives. */
  token?: string | undefined;
  /** Gives a member token. Asked when the first request needs it, and again when that one is of no more use. */
  getToken?: GetToken | undefined;
  /** A publishable key, `pk_…`, for a community that is not public. Sent in a header, never in an address. */
  key?: string | undefined;
  /** Used instead of the global `fetch`. */
  fetch?: typeof fetch | undefined;
}

/**
 * Gives a member token. Where it rejects or gives none, the request that needed it rejects with a {@link TokenError},
 * and the next one asks again.
 *
 * @example
 * const getToken = async () => (await fetch('/my-token')).text();
 * const member = createClient({ apiUrl: 'https://api.example.com', communityId: 'biz_9Qm4tXw2LrK7Hs', getToken });
 *
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

/** Which page of one's own log. */
export interface ActivityOptions extends RequestOptions {
  /** 1 to 100 entries; 50 unless given. */
  limit?: number | undefined;
  /** A former page's `nextCursor`: what came before it. */
  cursor?: string | undefined;
}

/**
 * One community, as one reader sees it. Every method rejects with a {@link ClientError}, or with the reason of the
 * signal that aborted it; no request takes longer than ten seconds. Communities, leaderboards, cards and rewards come
 * with the `version` of the community as of that moment, a whole number that grows with every change.
 */
export interface Client {
  /** Where the API answers, without a trailing slash. */
  readonly apiUrl: string;
  /** The Whop company id of the community, `biz_…`. */
  readonly communityId: string;
  /**
   * Name, theme, windows and levels.
   *
   * @example
   * const { name, levels } = await client.getCommunity();
   * console.log(name, levels.map(({ level, xp }) => `Level ${level} from ${xp} XP`));
   */
  getCommunity(options?: RequestOptions): Promise<Community>;
  /**
   * One page of a leaderboard, the first unless `cursor` or `around` says otherwise. Rejects with `validation-failed`
   * for a limit or a window that does not exist, and with `unknown-member` where nobody is to be `around`.
   *
   * @example
   * const { entries, total, nextCursor } = await client.getLeaderboard({ window: 'week', limit: 10 });
   * for (const { rank, displayName, xp } of entries) console.log(`${rank}. ${displayName}: ${xp} XP`);
   * if (nextCursor) console.log(total, await client.getLeaderboard({ window: 'week', limit: 10, cursor: nextCursor }));
   */
  getLeaderboard(options?: LeaderboardOptions): Promise<Leaderboard>;
  /**
   * Where the holder of the token stands, with 0 XP and no rank before they have earned any. Rejects with `unauthenticated` without a token.
   *
   * @example
   * const { level, xp, nextLevelXp, rank, total } = await client.getMyCard();
   * console.log(`Level ${level}, ${xp} of ${nextLevelXp ?? xp} XP, ${rank ?? 'no'} of ${total}`);
   */
  getMyCard(options?: RequestOptions): Promise<RankCard>;
  /**
   * Where one member stands; `me` is whoever holds the token. Rejects with `unknown-member` for somebody who has no XP
   * yet or may not be seen.
   *
   * @example
   * const card = await client.getRankCard('user_7GhP2mWq9LsX1', { signal: AbortSignal.timeout(2000) });
   * console.log(card.displayName, card.level, `${Math.round(card.progress * 100)} % of the way`);
   */
  getRankCard(userId: string, options?: RequestOptions): Promise<RankCard>;
  /**
   * What the XP of the token's holder are made of, newest first, each with its reason in words. Rejects with
   * `unauthenticated` without a token.
   *
   * @example
   * const { entries, nextCursor } = await client.getMyActivity({ limit: 20 });
   * for (const { xp, summary } of entries) console.log(`${xp} XP: ${summary}`);
   * if (nextCursor) console.log(await client.getMyActivity({ limit: 20, cursor: nextCursor }));
   */
  getMyActivity(options?: ActivityOptions): Promise<MemberActivity>;
  /**
   * What the levels give; with a token, in the states they have for its member.
   *
   * @example
   * const { rewards } = await client.getRewards();
   * for (const { name, levelRequirement, state } of rewards) console.log(levelRequirement, name, state ?? 'for everybody');
   */
  getRewards(options?: RequestOptions): Promise<Rewards>;
  /**
   * Makes an unlocked badge or custom reward the token's holder's own; the answer has its code. Rejects with
   * `reward-not-claimable` where it is locked, claimed already, or given by itself, and with `unknown-reward` where
   * there is none.
   *
   * @example
   * const { rewards } = await client.getRewards();
   * const unlocked = rewards.find(({ state }) => state === 'unlocked');
   * if (unlocked) console.log((await client.claimReward(unlocked.rewardId)).metadata);
   */
  claimReward(rewardId: string, options?: RequestOptions): Promise<Reward>;
  /**
   * Changes who sees the token's holder, and how; what is left out stays. Answers their card. Rejects with
   * `validation-failed` for a pseudonym that is too long or a time zone that does not exist.
   *
   * @example
   * const { settings } = await client.updateMe({ visibility: 'members', pseudonym: 'Night Owl' });
   * console.log(settings?.pseudonym);
   */
  updateMe(settings: UpdateMeRequest, options?: RequestOptions): Promise<RankCard>;
  /**
   * The client's one feed, the same with every call: it connects with the first watcher and closes with the last.
   *
   * @example
   * const stop = client.live().watch(
   *   { kind: 'rankCard', userId: 'me' },
   *   {
   *     data: ({ data, receivedAt }) => console.log(data.xp, 'XP as of', receivedAt),
   *     event: (event) => event.type === 'member.leveled_up' && console.log('Level', event.data.level),
   *   },
   * );
   * addEventListener('pagehide', stop);
   */
  live(): LiveFeed;
}

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
