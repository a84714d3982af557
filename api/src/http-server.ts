import { createServer, type RequestListener, type Server } from 'node:http';
import type { Router } from 'express';
import { createApp } from './app.ts';
import type { AppContext } from './context.ts';
import { answerClientErrors } from './middleware/answer-client-errors.ts';
import { logRequest } from './middleware/log-request.ts';
import { identifyRequest } from './middleware/request-id.ts';
import { setBasicHeaders } from './middleware/security-headers.ts';
import { nativePrototypes } from './native-prototypes.ts';
import { createWebhook, isWebhook } from './routes/webhook.ts';

/** How long a caller may take, in milliseconds, and how much may stand in front of a body. */
export interface HttpLimits {
  readonly headersMs: number;
  /** Head and body together. */
  readonly requestMs: number;
  /** Between two requests of one connection. */
  readonly keepAliveMs: number;
  /** How often the two above are looked at. */
  readonly checkEveryMs: number;
  readonly maxHeaderBytes: number;
}

const usual: HttpLimits = {
  headersMs: 10_000,
  requestMs: 30_000,
  // Longer than the idle time of common load balancers, which would otherwise reuse a connection we just closed.
  keepAliveMs: 65_000,
  checkEveryMs: 2_000,
  maxHeaderBytes: 16 * 1024,
};

export interface HttpServerOptions {
  /** Addresses beside the API's own. */
  routes?: Router | undefined;
  limits?: Partial<HttpLimits> | undefined;
}

/** The webhook stands in front of Express; both share request ids, basic headers and the log line. */
export function createHttpServer(context: AppContext, { routes, limits }: HttpServerOptions = {}): Server {
  const { headersMs, requestMs, keepAliveMs, checkEveryMs, maxHeaderBytes } = { ...usual, ...limits };
  const app = createApp(context, routes);
  const answer: RequestListener = app;
  const webhook = createWebhook(context);
  const options = {
    ...nativePrototypes(app),
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: keepAliveMs,
    connectionsCheckingInterval: checkEveryMs,
    maxHeaderSize: maxHeaderBytes,
  };
  const server = createServer(options, (request, response) => {
    identifyRequest(request, response);
    setBasicHeaders(response);
    logRequest(context.log, request, response);
    if (isWebhook(request)) void webhook(request, response);
    else answer(request, response);
  });
  answerClientErrors(server, context.log);
  return server;
}
