import { createEnvironment, type Environment } from './environment.ts';
import { createHttp } from './http.ts';
import { createFeed } from './feed.ts';
import { normalizeUrl } from './normalize-url.ts';
import type * as own from './own.ts';
import { read } from './read.ts';
import { within } from './request.ts';
import { createTokenSource } from './token.ts';
import type { Client, ClientOptions, LiveFeed, RequestOptions } from './types.ts';

/**
 * A client for one community. It sends nothing before it is asked to.
 *
 * @example
 * const client = createClient({ apiUrl: 'https://api.example.com', communityId: 'biz_9Qm4tXw2LrK7Hs' });
 * const { entries } = await client.getLeaderboard({ limit: 10 });
 *
 * @param environment - replaces the clock, the timers and the page, for tests
 * @throws a `TypeError` when `apiUrl` is not an http or https address
 */
export function createClient(options: ClientOptions, environment: Partial<Environment> = {}): Client {
  const apiUrl = normalizeUrl(options.apiUrl);
  const world = createEnvironment(environment);
  const tokens = createTokenSource(options);
  const http = createHttp({ ...options, apiUrl }, { tokens, environment: world });
  let feed: LiveFeed | undefined;

  /** What only members do, and only those who want more than to look. */
  const loadOwn = (call: RequestOptions = {}): Promise<typeof own> =>
    within(world, call.signal, () => import('./own.ts'));

  return {
    apiUrl,
    communityId: options.communityId,
    getCommunity: (call) => read(http, { kind: 'community' }, call),
    getLeaderboard: ({ signal, ...view } = {}) => read(http, { kind: 'leaderboard', ...view }, { signal }),
    getMyCard: (call) => read(http, { kind: 'rankCard', userId: 'me' }, call),
    getRankCard: (userId, call) => read(http, { kind: 'rankCard', userId }, call),
    getMyActivity: async (page) => (await loadOwn(page)).readActivity(http, page),
    getRewards: (call) => read(http, { kind: 'rewards' }, call),
    claimReward: async (rewardId, call) => (await loadOwn(call)).claimReward(http, rewardId, call),
    updateMe: async (settings, call) => (await loadOwn(call)).updateMe(http, settings, call),
    live: () => (feed ??= createFeed({ http, tokens, environment: world })),
  };
}
