import type { NextFunction, Request, Response } from 'express';

const requestHeaders = [
  'authorization',
  'x-wee5-key',
  'x-whop-user-token',
  'if-none-match',
  'last-event-id',
  'content-type',
];
const responseHeaders = ['ETag', 'X-Request-Id', 'Retry-After', 'RateLimit', 'RateLimit-Policy'];

/** Any page may ask, none with cookies. A preflight carries no key, so it is answered for every address. */
export function allowCrossOrigin(request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', responseHeaders.join(', '));
  if (request.method !== 'OPTIONS') return next();

  response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, POST, DELETE');
  response.setHeader('Access-Control-Allow-Headers', requestHeaders.join(', '));
  response.setHeader('Access-Control-Max-Age', '86400');
  response.status(204).end();
}
