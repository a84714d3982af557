import { isObject, noAnswer } from './check.ts';
import type { Session } from './contract.ts';
import { createEnvironment, type Environment } from './environment.ts';
import { normalizeUrl } from './normalize-url.ts';
import { expectSuccess, within } from './request.ts';
import type { GetToken, RequestOptions } from './types.ts';

interface Common {
  /** Where the API answers, http or https, without `/api/v1`. */
  apiUrl: string;
  /** Used instead of the global `fetch`. */
  fetch?: typeof fetch | undefined;
}

/** The experience that Whop opened the page for. */
interface OfExperience {
  /** `exp_…` */
  experienceId: string;
}

/** The community that the page belongs to. */
interface OfCommunity {
  /** `biz_…` */
  communityId: string;
}

/**
 * For whoever looks at a page inside Whop: the experience that the page was opened for, or the community. Whop says who
 * that is, on requests to the page's own origin and on no other: `apiUrl` is `location.origin`.
 */
export type WhopSession = Common & (OfExperience | OfCommunity);

/** For a member that a server names. */
export interface ServerSession extends Common {
  /** A secret key, `sk_…`, which belongs into no page. */
  key: string;
  /** The member's id at Whop, `user_…`. */
  userId: string;
}

/** Whom a session is for. */
export type SessionOptions = WhopSession | ServerSession;

/**
 * Begins a session: `POST /api/v1/sessions`. It has the member's `token` for {@link ClientOptions}, and who they are.
 * Rejects with a {@link ClientError} (`unauthenticated` where Whop names nobody or the key is wrong, `not-a-member` for
 * somebody who may not see the community), or with the signal's reason; throws a `TypeError` for an `apiUrl` that is
 * none.
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
 * A `getToken` for pages inside Whop, which asks for nothing before it is called. Whoever asks at the same time shares a request, and all share the session until
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
