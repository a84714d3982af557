const TIMEOUT_MS = 9_000;

/** Where everything but sessions is asked: directly, past Whop's relay; this page's own origin if it was not told. */
export const apiUrl = document.querySelector('meta[name=wee5-public-url]').content || location.origin;

/** An answer that is no success, or none at all (`unreachable`). `code` is one of the API's. */
export class Refused extends Error {
  constructor({ code = 'unreachable', detail = '', errors = [] }) {
    super(detail);
    this.code = code;
    this.errors = errors;
  }
}

/** Asks the API and gives the body of a success. Throws a `Refused`. */
export async function ask(url, { method = 'GET', body, token } = {}) {
  const headers = {
    ...(body && { 'content-type': 'application/json' }),
    ...(token && { authorization: `Bearer ${token}` }),
  };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const init = { method, headers, body: body && JSON.stringify(body), cache: 'no-store', signal };
  const response = await fetch(url, init).catch(() => null);
  const answer = await response?.json().catch(() => null);
  if (response?.ok && answer) return answer;
  throw new Refused(answer ?? {});
}

/** Gives what asks about a part of a community, such as its keys, for whoever `getToken` stands for. */
export function askAbout(part, communityId, getToken) {
  const address = `${apiUrl}/api/v1/communities/${encodeURIComponent(communityId)}/${part}`;
  return async (path, init) => ask(address + path, { ...init, token: await getToken() });
}
