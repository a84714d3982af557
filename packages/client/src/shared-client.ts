import { createClient } from './client.ts';
import { normalizeUrl } from './normalize-url.ts';
import type { Client, ClientOptions, GetToken } from './types.ts';

type Clients = Map<string, Client>;

const withoutGetToken: Clients = new Map();
// A page that makes a new function for every call must not gather clients forever.
const byGetToken = new WeakMap<GetToken, Clients>();

/**
 * The page's one client for these options: whoever asks with the same address, community and identity gets the same
 * client, and so the same connection.
 *
 * @example
 * const client = sharedClient({ apiUrl: 'https://api.example.com', communityId: 'biz_9Qm4tXw2LrK7Hs' });
 */
export function sharedClient(options: ClientOptions): Client {
  const { communityId, token, getToken, key } = options;
  const clients = getToken ? clientsOf(getToken) : withoutGetToken;
  const name = JSON.stringify([normalizeUrl(options.apiUrl), communityId, token, key]);
  const known = clients.get(name);
  if (known) return known;
  const client = createClient(options);
  clients.set(name, client);
  return client;
}

function clientsOf(getToken: GetToken): Clients {
  const known = byGetToken.get(getToken);
  if (known) return known;
  const clients: Clients = new Map();
  byGetToken.set(getToken, clients);
  return clients;
}
