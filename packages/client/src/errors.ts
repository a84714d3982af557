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
  readonly status: number;
  /** A stable word for what went wrong; `unknown` where something between here and the API answered. */
  readonly code: ErrorCode | 'unknown';
  /** What to tell the API's operator; null where the answer named none. */
  readonly requestId: string | null;
  /** Seconds to wait before another attempt; null where the answer named none. */
  readonly retryAfter: number | null;
  /** Which parts of the request are wrong; empty but for `validation-failed`. */
  readonly errors: readonly { path: string; message: string }[];

  /** @param problem - what is known of the answer's problem document */
  constructor(status: number, problem: Partial<Problem>, retryAfter: number | null = null) {
    super(problem.detail ?? `The answer was ${status}.`);
    this.status = status;
    this.code = problem.code ?? 'unknown';
    this.requestId = problem.requestId ?? null;
    this.errors = problem.errors ?? [];
    this.retryAfter = retryAfter;
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

/** Whether the API understood and does not want to: the same question will get the same answer. */
export function isRefusal(error: unknown): error is HttpError {
  return error instanceof HttpError && error.status < 500 && error.status !== 408 && error.status !== 429;
}
