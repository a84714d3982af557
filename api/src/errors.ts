import { errorCodes, type ErrorCode, type Problem } from '@wee5/contract';
import { DatabaseError } from './database/port.ts';

export interface ApiErrorOptions {
  cause?: unknown;
  /** Answered as `Retry-After`. */
  retryAfterSeconds?: number;
  /** Which parts of the request are wrong, for `validation-failed`. */
  errors?: { path: string; message: string }[];
}

/** An answer that is not a success; the error middleware turns it into a problem document. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ErrorCode;
  readonly status: number;
  readonly retryAfterSeconds: number | undefined;
  readonly errors: { path: string; message: string }[] | undefined;

  /** `detail` is shown to the caller: say what happened and what to do. */
  constructor(code: ErrorCode, detail: string, options: ApiErrorOptions = {}) {
    super(detail, { cause: options.cause });
    this.code = code;
    this.status = errorCodes[code].status;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.errors = options.errors;
  }
}

/** `validation-failed` for one part of a request; `message` says what it must be: `must be an id`. */
export function invalidPart(path: string, message: string): ApiError {
  return new ApiError('validation-failed', `${path} ${message}.`, { errors: [{ path, message }] });
}

/** Any thrown value as the answer it deserves; what is not foreseen becomes a 500 that keeps it as its cause. */
export function fromUnknown(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof DatabaseError && error.kind !== 'poison') {
    return new ApiError('storage-unavailable', 'The database did not answer; try again in a few seconds.', {
      cause: error,
      retryAfterSeconds: 5,
    });
  }
  if (error instanceof URIError) {
    return new ApiError('validation-failed', 'The address is not percent-encoded UTF-8.', { cause: error });
  }
  return new ApiError('internal-error', 'Unforeseen.', { cause: error });
}

/** The problem document of an error (RFC 9457). A 500 tells nothing but where to ask. */
export function toProblem(error: ApiError, requestId: string): Problem {
  const hidden = `This is our fault and it is logged; when you report it, name the request ${requestId}.`;
  return {
    type: `urn:wee5:problem:${error.code}`,
    title: errorCodes[error.code].title,
    status: error.status,
    code: error.code,
    detail: error.status === 500 ? hidden : error.message,
    requestId,
    ...(error.errors ? { errors: error.errors } : {}),
  };
}

/** `validation-failed` for a name that the database does not know. */
export function unknownTimeZone(): ApiError {
  return invalidPart('timeZone', 'must be a time zone that the database knows, such as Europe/Lisbon');
}
