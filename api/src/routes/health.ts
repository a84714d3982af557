import type { Request, Response } from 'express';
import type { AppContext } from '../context.ts';

/** How long the database may take to say that it is there, in milliseconds. */
const PATIENCE_MS = 1000;

/** `GET /healthz`: the process answers. */
export function getHealth(_request: Request, response: Response): void {
  response.setHeader('Cache-Control', 'no-store');
  response.json({ status: 'ok' });
}

/** `GET /readyz`: `200` while the database answers; names what it stands on and what is degraded. */
export function getReadiness(context: AppContext) {
  const probe = shared(() => context.functions.getSchemaVersion());
  return async (_request: Request, response: Response): Promise<void> => {
    const answers = await within(PATIENCE_MS, probe());
    response.setHeader('Cache-Control', 'no-store');
    response.status(answers ? 200 : 503).json({
      status: answers ? 'ready' : 'unavailable',
      database: context.database.name,
      marks: context.marks.name,
      limits: context.limiter.name,
      degraded: [
        ...(answers ? [] : ['database']),
        ...context.pipeline.degraded(),
        ...(context.limiter.degraded ? ['limits'] : []),
      ],
    });
  };
}

/** One question at a time: probes must not pile up on a database that hangs. */
function shared<Result>(ask: () => Promise<Result>): () => Promise<Result> {
  let asking: Promise<Result> | undefined;
  return () => (asking ??= ask().finally(() => (asking = undefined)));
}

async function within(ms: number, promise: Promise<unknown>): Promise<boolean> {
  let patience: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => (patience = setTimeout(resolve, ms, false)));
  const answered = promise.then(
    () => true,
    () => false,
  );
  return Promise.race([answered, tooLate]).finally(() => clearTimeout(patience));
}
