import type { ServerResponse } from 'node:http';

/** What every answer carries; pages that are embedded will need their own frame rules, so none is set here. */
export function setSecurityHeaders(response: ServerResponse): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
}
