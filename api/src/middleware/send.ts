import type { ServerResponse } from 'node:http';
import { fromUnknown, toProblem } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { requestIdOf } from './request-id.ts';

/** Sends a body as JSON, without needing Express. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: object,
  contentType = 'application/json',
): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'Content-Type': contentType, 'Content-Length': Buffer.byteLength(text) });
  response.end(text);
}

/** Logs an error and answers it with its problem document. */
export function sendProblem(response: ServerResponse, log: Logger, thrown: unknown): void {
  const error = fromUnknown(thrown);
  const requestId = requestIdOf(response);
  if (error.status >= 500) log.error({ requestId, err: error }, 'Could not answer a request');
  else log.info({ requestId, code: error.code }, error.message);

  // Half an answer cannot be taken back; a broken connection at least is not mistaken for a whole one.
  if (response.headersSent) return void response.destroy();
  response.setHeader('Cache-Control', 'no-store');
  if (error.retryAfterSeconds !== undefined) response.setHeader('Retry-After', error.retryAfterSeconds);
  sendJson(response, error.status, toProblem(error, requestId), 'application/problem+json');
}
