import express, { type Express } from 'express';
import type { AppContext } from './context.ts';
import { answerErrors, refuseAddress } from './middleware/answer-errors.ts';
import { createRoutes } from './routes/index.ts';

/** The Express half of the API: everything but the webhook. It does not listen. */
export function createApp(context: AppContext): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(createRoutes(context));
  app.use(refuseAddress);
  app.use(answerErrors(context.log));
  return app;
}
