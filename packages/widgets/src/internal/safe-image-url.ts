const local = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * A picture's address if a page may load it: `https`, or `http` from this machine to this machine.
 * @returns null for everything else, so that `javascript:`, `data:` and mixed content never reach an `src`.
 */
export function safeImageUrl(value: string | null | undefined): string | null {
  if (!value || !URL.canParse(value)) return null;
  const { protocol, hostname, username, href } = new URL(value);
  if (username) return null;
  const isLocal = protocol === 'http:' && local.test(hostname) && local.test(location.hostname);
  return protocol === 'https:' || isLocal ? href : null;
}
