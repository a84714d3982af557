import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import type { AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';

/**
 * `GET /metrics`, for Prometheus: only with `Authorization: Bearer {METRICS_TOKEN}`, and not there at all without
 * that variable. An address proves nothing: behind a reverse proxy the whole world comes from a private one.
 */
export function getMetrics({ config, metrics }: AppContext) {
  return async (request: Request, response: Response): Promise<void> => {
    response.setHeader('Cache-Control', 'no-store');
    if (config.metricsToken === undefined) {
      throw new ApiError('not-found', 'Metrics are off: set METRICS_TOKEN to read them.');
    }
    if (!isSame(request.headers.authorization ?? '', `Bearer ${config.metricsToken}`)) {
      response.setHeader('WWW-Authenticate', 'Bearer');
      throw new ApiError('unauthenticated', 'Send the METRICS_TOKEN as `Authorization: Bearer …`.');
    }
    const { contentType, text } = await metrics.read();
    response.setHeader('Content-Type', contentType);
    response.end(text);
  };
}

/** Hashed first, so that not even the length can be found out by timing. */
function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(sha256(given), sha256(expected));
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
