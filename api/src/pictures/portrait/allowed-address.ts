export interface PictureHosts {
  /** Names of hosts, whole and in lower case: what only ends like one of them may be anybody's. */
  readonly hosts: readonly string[];
  /** The one exception from `https`: a Whop that is simulated on this machine. */
  readonly origin?: string | undefined;
}

/** An address that this server may ask for a member's picture; undefined for every other one. */
export function allowedAddress(address: string, { hosts, origin }: PictureHosts): URL | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || url.username !== '' || url.password !== '') return undefined;
  const isListed = url.protocol === 'https:' && url.port === '' && hosts.includes(url.hostname);
  return isListed || (origin !== undefined && url.origin === origin) ? url : undefined;
}

/** The origin of a simulated Whop; undefined for one that is not on this machine. */
export function loopbackOrigin(apiUrl: string): string | undefined {
  const { hostname, origin } = new URL(apiUrl);
  return ['127.0.0.1', '[::1]', 'localhost'].includes(hostname) ? origin : undefined;
}
