import type { NextFunction, Request, Response } from 'express';

const requestHeaders = [
  'authorization',
  'x-wee5-key',
  'x-whop-user-token',
  'if-match',
  'if-none-match',
  'last-event-id',
  'content-type',
];
const responseHeaders = ['ETag', 'X-Request-Id', 'Retry-After', 'RateLimit', 'RateLimit-Policy'];

/**
 * Any page may read, none with cookies. A preflight carries no key, so it is told the same at every address; which
 * methods there are is the address's own answer.
 */
export function allowCrossOrigin(request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', responseHeaders.join(', '));
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  if (request.method === 'OPTIONS') {
    response.setHeader('Access-Control-Allow-Headers', requestHeaders.join(', '));
    response.setHeader('Access-Control-Max-Age', '86400');
  }
  next();
}

/**
 * A preflight of an address where nothing is succeeds as well: only so does the page get to read that nothing is
 * there.
 */
export function answerPreflight(request: Request, response: Response, next: NextFunction): void {
  if (request.method === 'OPTIONS') response.status(204).end();
  else next();
}
