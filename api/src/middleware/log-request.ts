import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '../logger.ts';
import { requestIdOf } from './request-id.ts';

/** Writes one line when the request is over. The query stays out of it: a key may be there. */
export function logRequest(log: Logger, request: IncomingMessage, response: ServerResponse): void {
  const startedAt = performance.now();
  const path = request.url?.split('?', 1)[0] ?? '';
  response.once('close', () => {
    const status = response.writableFinished ? response.statusCode : undefined;
    const isStream = String(response.getHeader('Content-Type')).startsWith('text/event-stream');
    const level = isStream ? 'debug' : levelFor(path, status);
    if (!log.isLevelEnabled(level)) return;
    const ms = Math.round((performance.now() - startedAt) * 10) / 10;
    log[level](
      { requestId: requestIdOf(response), method: request.method, path, status, ms },
      isStream ? 'A stream ended' : sentence(status),
    );
  });
}

/** What succeeds thousands of times a minute would drown what matters. */
const frequentPaths = new Set(['/api/webhook', '/healthz', '/readyz', '/metrics']);

function levelFor(path: string, status: number | undefined): 'debug' | 'info' | 'error' {
  if (status === undefined || status < 400) return frequentPaths.has(path) && status ? 'debug' : 'info';
  return status < 500 ? 'info' : 'error';
}

function sentence(status: number | undefined): string {
  return status === undefined ? 'The caller hung up before the answer' : 'Answered a request';
}
