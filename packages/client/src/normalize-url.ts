/** An API's address without what may or may not stand at its end. */
export function normalizeUrl(apiUrl: string): string {
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new TypeError('apiUrl must be an http or https address: https://api.example.com');
  }
  return (url.origin + url.pathname).replace(/\/+$/, '');
}
