import { isObject, noAnswer } from './check.ts';
import type { Session } from './contract.ts';
import { createEnvironment, type Environment } from './environment.ts';
import { normalizeUrl } from './normalize-url.ts';
import { expectSuccess, within } from './request.ts';
import type { GetToken, RequestOptions } from './types.ts';

interface Common {
  /** Where the API answers, without `/api/v1`. */
  apiUrl: string;
  /** Used instead of the global `fetch`. */
  fetch?: typeof fetch | undefined;
}

/**
 * For whoever looks at a page inside Whop: the experience that the page was opened for, or the community, `biz_…`.
 * Whop says who that is, on requests to the page's own origin and on no other: `apiUrl` is `location.origin`.
 */
export type WhopSession = Common & ({ experienceId: string } | { communityId: string });

/** For a member that a server names: with a secret key, `sk_…`, which never belongs into a page. */
export type ServerSession = Common & { key: string; userId: string };

/** Whom a session is for. */
export type SessionOptions = WhopSession | ServerSession;

/**
 * Begins a session: `POST /api/v1/sessions`. Rejects with a {@link ClientError}, or with the signal's reason.
 *
 * @example
 * const { token, member } = await createSession({ apiUrl: location.origin, experienceId: 'exp_4KtWm8Zr2LqVx' });
 */
export async function createSession(
  { signal: outer, ...options }: SessionOptions & RequestOptions,
  environment: Partial<Environment> = {},
): Promise<Session> {
  const { apiUrl, fetch: send = fetch, ...body } = options;
  const url = `${normalizeUrl(apiUrl)}/api/v1/sessions`;
  const init = toInit(body);
  return within(createEnvironment(environment), outer, async (signal) => {
    const response = await expectSuccess(await send(url, { ...init, signal }));
    return expectSession(await response.json());
  });
}

function toInit({ key, ...body }: { key?: string; [name: string]: unknown }): RequestInit {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
  return {
    method: 'POST',
    headers: key === undefined ? headers : { ...headers, Authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
    // Whop knows the reader by cookies of the page's own origin.
    credentials: 'same-origin',
    cache: 'no-store',
  };
}

function expectSession(answer: unknown): Session {
  const isSession = isObject(answer) && typeof answer['token'] === 'string' && isObject(answer['live']);
  if (isSession && !Number.isNaN(Date.parse(String(answer['expiresAt']))))
    return answer as unknown as Session;
  throw noAnswer('session');
}

/** A session with less time than this is not handed out any more. */
const LEAST_LIFE_MS = 90_000;

/**
 * A `getToken` for pages inside Whop. Whoever asks at the same time shares a request, and all share the session until
 * it is about to run out or the API no longer takes its token.
 *
 * @example
 * const getToken = sessionTokens({ apiUrl: location.origin, experienceId: 'exp_4KtWm8Zr2LqVx' });
 * const client = createClient({ apiUrl: location.origin, communityId: 'biz_9Qm4tXw2LrK7Hs', getToken });
 */
export function sessionTokens(options: WhopSession, environment: Partial<Environment> = {}): GetToken {
  const { now } = createEnvironment(environment);
  let session: Session | undefined;
  let asked: Promise<Session> | undefined;
  return async (old) => {
    const isOfUse = session && session.token !== old && Date.parse(session.expiresAt) - now() > LEAST_LIFE_MS;
    if (session && isOfUse) return session.token;
    asked ??= createSession(options, environment).finally(() => (asked = undefined));
    session = await asked;
    return session.token;
  };
}
