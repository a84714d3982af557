import type {
  BoardKind,
  Community,
  Leaderboard,
  MemberActivity,
  RankCard,
  Reward,
  Rewards,
  UpdateMeRequest,
  WindowKind,
} from './contract.ts';
import type { LiveFeed } from './feed-types.ts';

export type * from './feed-types.ts';

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
