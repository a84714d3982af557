import express, { type RequestHandler } from 'express';
import { ApiError } from '../errors.ts';

/** Reads the body of a request as JSON into `request.body`; at most `limit` bytes of it. */
function readJsonUpTo(limit: number): RequestHandler {
  const parse = express.json({ limit, inflate: false });
  return (request, response, next) => {
    if (!request.is('application/json')) {
      throw new ApiError('unsupported-media-type', 'Send the body as application/json.');
    }
    parse(request, response, (error?: unknown) => next(error === undefined ? undefined : toApiError(error)));
  };

  // What the parser says about a body quotes it, so its words stay out of answers and logs.
  function toApiError(error: unknown): ApiError {
    switch ((error as { status?: unknown }).status) {
      case 413:
        return new ApiError('body-too-large', `The body may have at most ${limit} bytes.`);
      case 415:
        return new ApiError('unsupported-media-type', 'Send the body as UTF-8, without a Content-Encoding.');
      default:
        return new ApiError('malformed-body', 'The body is not JSON: send an object.');
    }
  }
}

/** What a caller of `/api/v1` may send. */
export const readJson = readJsonUpTo(16 * 1024);

/** The same for a configuration, which may name thousands of members and levels. */
export const readLargeJson = readJsonUpTo(1024 * 1024);
