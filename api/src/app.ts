import express, { type Express, type Router } from 'express';
import type { AppContext } from './context.ts';
import { answerErrors, refuseAddress } from './middleware/answer-errors.ts';
import { createStrictHeaders } from './middleware/security-headers.ts';
import { createRoutes } from './routes/index.ts';

/** The Express half of the API: everything but the webhook, and what the caller adds. It does not listen. */
export function createApp(context: AppContext, more?: Router): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', context.config.server.trustedProxies);
  // First, because pages of the caller's bring headers of their own.
  if (more) app.use(more);
  app.use(createStrictHeaders(context.config.server.publicUrl));
  app.use(createRoutes(context));
  app.use(refuseAddress);
  app.use(answerErrors(context.log));
  return app;
}
