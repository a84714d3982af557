import { createClient } from './client.ts';
import { normalizeUrl } from './normalize-url.ts';
import type { Client, ClientOptions } from './types.ts';

// A page that makes a new function for every call must not gather clients forever.
const byGetToken = new WeakMap<object, Map<string, Client>>();
const noGetToken = {};

/**
 * The page's one client for these options: whoever asks with the same address, community and identity gets the same
 * client, and so the same connection.
 *
 * @example
 * const client = sharedClient({ apiUrl: 'https://api.example.com', communityId: 'biz_9Qm4tXw2LrK7Hs' });
 */
export function sharedClient(options: ClientOptions): Client {
  const { communityId, token, getToken = noGetToken, key } = options;
  const name = JSON.stringify([normalizeUrl(options.apiUrl), communityId, token, key]);
  let clients = byGetToken.get(getToken);
  if (!clients) byGetToken.set(getToken, (clients = new Map()));
  let client = clients.get(name);
  if (!client) clients.set(name, (client = createClient(options)));
  return client;
}
