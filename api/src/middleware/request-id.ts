import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

// Short and plain, so that a caller's id can stand in a log line or a header as it is.
const plainId = /^[\w.-]{1,64}$/;

/** Gives the response its `X-Request-Id`: the caller's where it is plain, else a new one. */
export function identifyRequest(request: IncomingMessage, response: ServerResponse): void {
  const given = request.headers['x-request-id'];
  response.setHeader('X-Request-Id', typeof given === 'string' && plainId.test(given) ? given : randomUUID());
}

export function requestIdOf(response: ServerResponse): string {
  return String(response.getHeader('X-Request-Id'));
}
