import type { Environment } from './environment.ts';
import { expectSuccess, readJson, send, within } from './request.ts';
import type { TokenSource } from './token.ts';
import type { ClientOptions } from './types.ts';

/** A request under `/api/v1/communities/{communityId}`. */
export interface Call {
  /** What follows the community: `/leaderboard?limit=10`. */
  path: string;
  /** `GET` unless given. */
  method?: 'POST' | 'PATCH';
  /** Sent as JSON. */
  body?: object;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** Lets no cache answer without asking the API. */
  fresh?: boolean;
}

/** Sends requests and turns whatever goes wrong into a `ClientError`. */
export interface Http {
  /** The body of a success. The whole of it has to arrive within ten seconds. */
  json(call: Call): Promise<unknown>;
  /** A success whose body is still to be read; only the signal ends it. */
  open(call: Call): Promise<Response>;
}

export function createHttp(
  options: ClientOptions,
  { tokens, environment }: { tokens: TokenSource; environment: Environment },
): Http {
  const base = `${options.apiUrl}/api/v1/communities/${encodeURIComponent(options.communityId)}`;

  async function open(call: Call): Promise<Response> {
    const token = await tokens.get();
    const response = await attempt(call, token);
    // A token that has run out is the one refusal that asking again can mend.
    if (response.status !== 401 || !tokens.refused(token)) return expectSuccess(response);
    await response.body?.cancel();
    return expectSuccess(await attempt(call, await tokens.get()));
  }

  function attempt(call: Call, token: string | undefined): Promise<Response> {
    const headers: Record<string, string> = { Accept: 'application/json', ...call.headers };
    if (token !== undefined) headers['Authorization'] = `Bearer ${token}`;
    if (options.key !== undefined) headers['X-Wee5-Key'] = options.key;
    const init: RequestInit = { headers, credentials: 'omit', cache: call.fresh ? 'no-cache' : 'default' };
    if (call.method) init.method = call.method;
    if (call.body) {
      headers['Content-Type'] = 'application/json';
      init.body = JSON.stringify(call.body);
    }
    return send(options.fetch, base + call.path, { ...init, ...(call.signal && { signal: call.signal }) });
  }

  return {
    open,
    json: (call) =>
      within(environment, call.signal, async (signal) => readJson(await open({ ...call, signal }), signal)),
  };
}
