import { ask } from './api.js';

/** A token with less time than this is not handed out any more. */
const LEAST_LIFE_MS = 90_000;

/**
 * Opens a session and keeps it: `getToken` asks for another one before the token runs out, and when the API no longer
 * takes it. The request goes to this page's own origin, because Whop says who its reader is on those alone.
 */
export async function openSession(target) {
  const open = () => ask('/api/v1/sessions', { method: 'POST', body: target });
  const first = await open();
  let current = first;
  let asked;
  const getToken = async (refused) => {
    const isOfUse = current.token !== refused && Date.parse(current.expiresAt) - Date.now() > LEAST_LIFE_MS;
    if (isOfUse) return current.token;
    asked ??= open().finally(() => (asked = undefined));
    current = await asked;
    return current.token;
  };
  return { session: first, getToken };
}
