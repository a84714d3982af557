/** A link that a creator gave, if a reader may be sent there: `https` alone, and without a name and password in it. */
export function safeLink(value: unknown): URL | null {
  if (typeof value !== 'string' || !URL.canParse(value)) return null;
  const url = new URL(value);
  return url.protocol === 'https:' && !url.username && !url.password ? url : null;
}
