import type { ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';

export const basicHeaders = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' };

/** What even the webhook's answers carry. Whop's servers read those: more would only cost there. */
export function setBasicHeaders(response: ServerResponse): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
}

/** A year, in seconds. Subdomains are left out: they may be somebody else's. */
const transport = 'max-age=31536000';

/** For answers that are data: should a browser ever take one for a page, it does nothing and stands in no frame. */
export function createStrictHeaders(publicUrl: string | undefined): RequestHandler {
  const isSecure = publicUrl?.startsWith('https:') ?? false;
  return (_request, response, next) => {
    response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    if (isSecure) response.setHeader('Strict-Transport-Security', transport);
    next();
  };
}
