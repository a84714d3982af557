import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppContext } from '../context.ts';
import { ApiError, fromUnknown } from '../errors.ts';
import { sendJson, sendProblem } from '../middleware/send.ts';
import { CallerGone, letCallerFinish, readBody } from './read-body.ts';

/**
 * `POST /api/webhook`, as a plain node handler: it stands in front of Express, whose price per request it would
 * otherwise pay at the one place where requests come in bursts.
 */
export function createWebhook(context: AppContext) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      refuseUnreadable(request, response);
      const body = await readBody(request);
      const answer = await context.pipeline.receive({ headers: request.headers, body });
      context.metrics.webhookAnswered(answer.status);
      sendJson(response, 200, answer);
    } catch (error) {
      if (error instanceof CallerGone) return;
      context.metrics.webhookAnswered(fromUnknown(error).code);
      letCallerFinish(request, response);
      sendProblem(response, context.log, error);
    }
  };
}

/** Whether a request is for the webhook. */
export function isWebhook(request: IncomingMessage): boolean {
  const path = request.url?.split('?', 1)[0];
  return path === '/api/webhook' || path === '/api/webhook/';
}

function refuseUnreadable(request: IncomingMessage, response: ServerResponse): void {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
  if (request.method !== 'POST') {
    response.setHeader('Allow', 'POST');
    throw new ApiError('method-not-allowed', `${request.method} is not possible here: use POST.`);
  }
  if (type.split(';', 1)[0]?.trim().toLowerCase() !== 'application/json') {
    throw new ApiError('unsupported-media-type', 'Send the event as application/json.');
  }
  if (encoding.toLowerCase() !== 'identity') {
    throw new ApiError('unsupported-media-type', 'Send the event without a Content-Encoding.');
  }
}
