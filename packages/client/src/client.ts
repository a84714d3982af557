import { expectAnswer } from './check.ts';
import { realEnvironment, type Environment } from './environment.ts';
import { createHttp, type Call, type Http } from './http.ts';
import { createLiveFeed } from './live-feed.ts';
import type { Client, ClientOptions, LiveFeed, View, ViewData } from './types.ts';

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
  const { communityId } = options;
  const world = { ...realEnvironment(), ...environment };
  const http = createHttp({ ...options, apiUrl }, world);
  let feed: LiveFeed | undefined;

  return {
    apiUrl,
    communityId,
    getCommunity: (call) => read(http, { kind: 'community' }, call),
    getLeaderboard: ({ signal, ...view } = {}) => read(http, { kind: 'leaderboard', ...view }, { signal }),
    getRankCard: (userId, call) => read(http, { kind: 'rankCard', userId }, call),
    getRewards: (call) => read(http, { kind: 'rewards' }, call),
    live: () => (feed ??= createLiveFeed(http, world)),
  };
}

/** Loads what a view shows. */
export async function read<V extends View>(
  http: Http,
  view: V & { cursor?: string | undefined },
  call: Omit<Call, 'path'> = {},
): Promise<ViewData[V['kind']]> {
  return expectAnswer<V['kind']>(view.kind, await http.json({ ...call, path: pathOf(view) }));
}

function pathOf(view: View & { cursor?: string | undefined }): string {
  switch (view.kind) {
    case 'community':
      return '';
    case 'leaderboard':
      return `/leaderboard${queryOf(view)}`;
    case 'rankCard':
      return `/members/${encodeURIComponent(view.userId)}`;
    case 'rewards':
      return '/rewards';
  }
}

function queryOf({ kind: _kind, ...query }: { kind: string; [name: string]: unknown }): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}

/** An API's address without what may or may not stand at its end. */
export function normalizeUrl(apiUrl: string): string {
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new TypeError('apiUrl must be an http or https address, such as https://api.example.com');
  }
  return (url.origin + url.pathname).replace(/\/+$/, '');
}
