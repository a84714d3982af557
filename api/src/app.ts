import express, { type Express, type Router } from 'express';
import type { AppContext } from './context.ts';
import { answerErrors, refuseAddress } from './middleware/answer-errors.ts';
import { createRoutes } from './routes/index.ts';

/** The Express half of the API: everything but the webhook, and what the caller adds. It does not listen. */
export function createApp(context: AppContext, more?: Router): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', context.config.server.trustedProxies);
  app.use(createRoutes(context));
  if (more) app.use(more);
  app.use(refuseAddress);
  app.use(answerErrors(context.log));
  return app;
}
