/** An API's address without what may or may not stand at its end. */
export function normalizeUrl(apiUrl: string): string {
  if (!/^\s*https?:/i.test(apiUrl) || !URL.canParse(apiUrl)) {
    throw new TypeError('apiUrl is no http(s) address');
  }
  const { origin, pathname } = new URL(apiUrl);
  return (origin + pathname).replace(/\/+$/, '');
}
