import type { EarlyEnvironment } from './environment.ts';
import { expectSuccess, within } from './request.ts';
import type { TokenSource } from './token.ts';
import type { ClientOptions } from './types.ts';

/** A request under `/api/v1/communities/{communityId}`. */
export interface Call {
  /** What follows the community: `/leaderboard?limit=10`. */
  path: string;
  /** `GET` unless given. */
  method?: 'POST' | 'PATCH';
  /** JSON. */
  body?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** `no-cache` lets no cache answer without asking the API. */
  cache?: 'no-cache';
}

/** Sends requests and turns whatever goes wrong into a `ClientError`. */
export interface Http {
  /** The body of a success. The whole of it has to arrive within ten seconds. */
  json(call: Call): Promise<unknown>;
  /** A success whose body is still to be read; only the signal ends it, and what `fetch` throws is told as it is. */
  open(call: Call): Promise<Response>;
}

export function createHttp(
  options: ClientOptions,
  { tokens, environment }: { tokens: TokenSource; environment: EarlyEnvironment },
): Http {
  const base = `${options.apiUrl}/api/v1/communities/${encodeURIComponent(options.communityId)}`;

  async function open(call: Call): Promise<Response> {
    const token = await tokens.get();
    const response = await attempt(call, token);
    // A token that has run out is the one refusal that asking again can mend.
    if (response.status !== 401 || !tokens.refused(token)) return expectSuccess(response);
    return expectSuccess(await attempt(call, await tokens.get()));
  }

  function attempt({ path, headers: own, ...call }: Call, token: string | undefined): Promise<Response> {
    const { key, fetch: send = fetch } = options;
    const headers = {
      Accept: 'application/json',
      ...own,
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(key !== undefined && { 'X-Wee5-Key': key }),
    };
    return send(base + path, { credentials: 'omit', ...call, headers } as RequestInit);
  }

  return {
    open,
    json: (call) =>
      within(environment, call.signal, async (signal) => (await open({ ...call, signal })).json()),
  };
}
