import type { Request, Response } from 'express';
import { etagOf, isKept } from './etag.ts';
import type { Reader } from './read-community.ts';

/** Every header that says who reads. */
const identityHeaders = 'Authorization, X-Wee5-Key, X-Whop-User-Token';

export interface Exchange {
  request: Request;
  response: Response;
  reader: Pick<Reader, 'identity'>;
}

/**
 * Sends what somebody reads, or `304` where they have it already. What anybody may read is shareable for a second;
 * what somebody showed an identity for stays with them.
 *
 * The `ETag` is a hash of the body: a card changes with time as well as with the community's version.
 */
export function sendRead(exchange: Exchange, body: object): void {
  const { response } = exchange;
  const text = JSON.stringify(body);
  if (isReadAlready(exchange, { etag: etagOf(text), shareable: 'max-age=1, must-revalidate' })) return;
  response.setHeader('Content-Type', 'application/json');
  response.end(text);
}

export interface Reading {
  etag: string;
  /** How long what anybody may read may be shared, as `Cache-Control` says it. */
  shareable: string;
}

/** Says what is read and for whom; whether the reader has it already, and is told so by a `304`. */
export function isReadAlready(
  { request, response, reader: { identity } }: Exchange,
  { etag, shareable }: Reading,
): boolean {
  const isPublic = identity.kind === 'anonymous';
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', isPublic ? `public, ${shareable}` : 'private, no-cache');
  response.setHeader('Vary', hasPageKey(request) ? `${identityHeaders}, Origin, Referer` : identityHeaders);
  if (!isKept(request, etag)) return false;
  response.status(304).end();
  return true;
}

/** A publishable key opens something on its own pages only. */
function hasPageKey({ headers, query }: Request): boolean {
  return headers['x-wee5-key'] !== undefined || query['key'] !== undefined;
}
