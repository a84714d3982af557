import express, { type RequestHandler } from 'express';
import { ApiError } from '../errors.ts';

/** Bytes of the largest body that a caller of `/api/v1` may send. */
const LIMIT = 16 * 1024;

const parse = express.json({ limit: LIMIT, inflate: false });

/** Reads the body of a request as JSON into `request.body`. */
export const readJson: RequestHandler = (request, response, next) => {
  if (!request.is('application/json')) {
    throw new ApiError('unsupported-media-type', 'Send the body as application/json.');
  }
  parse(request, response, (error?: unknown) => next(error === undefined ? undefined : toApiError(error)));
};

// What the parser says about a body quotes it, so its words stay out of answers and logs.
function toApiError(error: unknown): ApiError {
  switch ((error as { status?: unknown }).status) {
    case 413:
      return new ApiError('body-too-large', `The body may have at most ${LIMIT} bytes.`);
    case 415:
      return new ApiError('unsupported-media-type', 'Send the body as UTF-8, without a Content-Encoding.');
    default:
      return new ApiError('malformed-body', 'The body is not JSON: send an object.');
  }
}
