import type { ErrorCode, Problem } from './contract.ts';

/**
 * What every error of this package is. `name` tells the classes apart where `instanceof` cannot.
 *
 * @example
 * const explain = (error: unknown) => (error instanceof Wee5Error ? `${error.name}: ${error.message}` : 'Unknown');
 * await client.getRewards().catch((error: unknown) => console.log(explain(error)));
 */
export abstract class Wee5Error extends Error {
  /** The name of the class. */
  abstract override readonly name: string;
}

/** Anything that can go wrong with a request, told apart by `name`. */
export type ClientError = HttpError | NetworkError | TimeoutError | ProtocolError | TokenError;

/**
 * The API answered with a status that is not a success.
 *
 * @example
 * const card = await client.getRankCard('user_7GhP2mWq9LsX1').catch((error: unknown) => {
 *   if (error instanceof HttpError && error.code === 'unknown-member') return null;
 *   throw error;
 * });
 * console.log(card?.level ?? 'No XP yet');
 */
export class HttpError extends Wee5Error {
  /** Always `HttpError`. */
  override readonly name = 'HttpError';
  /** The HTTP status, 400 to 599. */
  declare readonly status: number;
  /** A stable word for what went wrong; `unknown` where something between here and the API answered. */
  declare readonly code: ErrorCode | 'unknown';
  /** What to tell the API's operator; null where the answer named none. */
  declare readonly requestId: string | null;
  /** Seconds to wait before another attempt; null where the answer named none. */
  declare readonly retryAfter: number | null;
  /** Which parts of the request are wrong, each with what to do about it; empty but for `validation-failed`. */
  declare readonly errors: readonly {
    /** Which part: `limit`. */
    path: string;
    /** What is wrong with it. */
    message: string;
  }[];

  /** @param problem - what is known of the answer's problem document */
  constructor(status: number, problem: Partial<Problem>, retryAfter: number | null = null) {
    const { detail = `The answer was ${status}.`, code = 'unknown', requestId = null, errors = [] } = problem;
    super(detail);
    Object.assign(this, { status, code, requestId, retryAfter, errors });
  }
}

/** No answer: the API is down, the reader is offline, or the browser did not let the request out. */
export class NetworkError extends Wee5Error {
  /** Always `NetworkError`. */
  override readonly name = 'NetworkError';
}

/** No answer within the time a request may take, or a stream that went silent. */
export class TimeoutError extends Wee5Error {
  /** Always `TimeoutError`. */
  override readonly name = 'TimeoutError';
}

/** An answer that is not what the API gives: check `apiUrl`, or the versions of API and client. */
export class ProtocolError extends Wee5Error {
  /** Always `ProtocolError`. */
  override readonly name = 'ProtocolError';
  /** So that it can stand beside an `HttpError`'s code. */
  readonly code = 'protocol-error';
}

/** The page's own `getToken` failed; why is the `cause`. */
export class TokenError extends Wee5Error {
  /** Always `TokenError`. */
  override readonly name = 'TokenError';
  /** So that it can stand beside an `HttpError`'s code. */
  readonly code = 'token-error';
}
