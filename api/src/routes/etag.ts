import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A name for exactly this body. */
export function etagOf(body: string | Uint8Array): string {
  return `"${createHash('sha256').update(body).digest('base64url')}"`;
}

/**
 * Whether the caller has the body of this name already. Express would tell as well, but not for a script that sets
 * `If-None-Match` itself: its `fetch` adds `no-cache`. Compared as RFC 9110 says for this header: whether strong or
 * weak does not matter.
 */
export function isKept({ headers }: IncomingMessage, etag: string): boolean {
  const tags = headers['if-none-match']?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags?.some((tag) => tag === '*' || tag === etag) ?? false;
}
