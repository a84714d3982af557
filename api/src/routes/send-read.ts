import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';

/**
 * Sends what a page reads, shareable for a second, or `304` where the page has it already.
 *
 * The `ETag` is a hash of the body: a card changes with time as well as with the community's version. Express would
 * make one too, but gives no `304` to a script that sets `If-None-Match` itself: its `fetch` adds `no-cache`.
 */
export function sendRead(request: Request, response: Response, body: object): void {
  const text = JSON.stringify(body);
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', 'public, max-age=1, must-revalidate');
  response.setHeader('Vary', 'Authorization, X-Wee5-Key');
  if (has(request.headers['if-none-match'], etag)) return void response.status(304).end();
  response.setHeader('Content-Type', 'application/json');
  response.end(text);
}

/** Compared as RFC 9110 says for this header: whether strong or weak does not matter. */
function has(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = ifNoneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags?.some((tag) => tag === '*' || tag === etag) ?? false;
}
