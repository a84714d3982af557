import type { ErrorCode, Problem } from './contract.ts';

/** What every error of this package is. `name` tells the classes apart where `instanceof` cannot. */
export abstract class Wee5Error extends Error {
  abstract override readonly name: string;
}

/** Anything that can go wrong with a request. */
export type ClientError = HttpError | NetworkError | TimeoutError | ProtocolError | TokenError;

/** The API answered with a status that is not a success. */
export class HttpError extends Wee5Error {
  override readonly name = 'HttpError';
  declare readonly status: number;
  /** A stable word for what went wrong; `unknown` where something between here and the API answered. */
  declare readonly code: ErrorCode | 'unknown';
  /** What to tell the API's operator; null where the answer named none. */
  declare readonly requestId: string | null;
  /** Seconds to wait before another attempt; null where the answer named none. */
  declare readonly retryAfter: number | null;
  /** Which parts of the request are wrong; empty but for `validation-failed`. */
  declare readonly errors: readonly { path: string; message: string }[];

  /** @param problem - what is known of the answer's problem document */
  constructor(status: number, problem: Partial<Problem>, retryAfter: number | null = null) {
    const { detail = `The answer was ${status}.`, code = 'unknown', requestId = null, errors = [] } = problem;
    super(detail);
    Object.assign(this, { status, code, requestId, retryAfter, errors });
  }
}

/** No answer: the API is down, the reader is offline, or the browser did not let the request out. */
export class NetworkError extends Wee5Error {
  override readonly name = 'NetworkError';
}

/** No answer within the time a request may take, or a stream that went silent. */
export class TimeoutError extends Wee5Error {
  override readonly name = 'TimeoutError';
}

/** An answer that is not what the API gives: check `apiUrl`, or the versions of API and client. */
export class ProtocolError extends Wee5Error {
  override readonly name = 'ProtocolError';
  readonly code = 'protocol-error';
}

/** The page's own `getToken` failed; why is the `cause`. */
export class TokenError extends Wee5Error {
  override readonly name = 'TokenError';
  readonly code = 'token-error';
}
