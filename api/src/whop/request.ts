import { setTimeout as pause } from 'node:timers/promises';
import type { Budget } from './budget.ts';
import { WhopError } from './port.ts';
import { retryAfterMs } from './retry-after.ts';

export interface WhopRequest {
  /** What the budget is kept for, and what errors call it. */
  operation: string;
  /** Below the API's address. */
  path: string;
  query?: Record<string, string>;
  /** Makes it a POST, which is never tried twice. */
  body?: Record<string, unknown>;
  background?: boolean;
  signal?: AbortSignal | undefined;
}

export interface RequesterOptions {
  /** Without a trailing slash. */
  apiUrl: string;
  apiKey: string;
  budget: Budget;
  /** How long one attempt may take, in milliseconds. */
  timeoutMs?: number;
}

/** Between a failed attempt and the only other one. */
const RETRY_PAUSE_MS = 100;

/** Sends one call to Whop, within the budget; a GET once more where the connection broke or Whop was in trouble. */
export class Requester {
  readonly #options: Required<RequesterOptions>;

  constructor(options: RequesterOptions) {
    this.#options = { timeoutMs: 3000, ...options };
  }

  /** The answer as JSON, of whatever shape. Rejects with a `WhopError`, which never holds the key. */
  async send(request: WhopRequest): Promise<unknown> {
    try {
      return await this.#attempt(request);
    } catch (error) {
      const isFinal = request.body !== undefined || request.signal?.aborted;
      if (isFinal || !isPassing(error)) throw error;
      await pause(RETRY_PAUSE_MS);
      return this.#attempt(request);
    }
  }

  async #attempt(request: WhopRequest): Promise<unknown> {
    const { operation, background = false } = request;
    this.#options.budget.spend(operation, background);
    const { response, text } = await this.#fetch(request);
    if (response.ok) return parse(operation, text);
    throw this.#toError(operation, response, text);
  }

  async #fetch({
    operation,
    path,
    query,
    body,
    signal,
  }: WhopRequest): Promise<{ response: Response; text: string }> {
    const { apiUrl, apiKey, timeoutMs } = this.#options;
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(`${apiUrl}${path}${toSearch(query)}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
        body: body === undefined ? null : JSON.stringify(body),
        // The key goes to Whop and nowhere else.
        redirect: 'error',
        signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
      });
      return { response, text: await response.text() };
    } catch (cause) {
      const isLate = cause instanceof DOMException && cause.name === 'TimeoutError';
      if (isLate) throw unavailable(`Whop did not answer ${operation} within ${timeoutMs} ms.`);
      throw new BrokenConnection(`The connection to Whop broke during ${operation}.`, cause);
    }
  }

  // What Whop says about an error stays out of the message: it may repeat the key.
  #toError(operation: string, { status, headers }: Response, text: string): WhopError {
    const message = `Whop answered ${operation} with ${status}.`;
    if (status === 404) return new WhopError('not-found', message);
    if (status >= 500) return new BrokenConnection(message);
    if (status !== 429) return new WhopError('refused', message);
    const waitMs = retryAfterMs(headers.get('retry-after'), text);
    this.#options.budget.rest(operation, waitMs);
    return new WhopError('over-budget', message, { retryAfterMs: waitMs });
  }
}

/** What may work at once when it is tried again; a timeout is none, since somebody waits. */
class BrokenConnection extends WhopError {
  constructor(message: string, cause?: unknown) {
    super('unavailable', message, { cause });
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof BrokenConnection;
}

function unavailable(message: string): WhopError {
  return new WhopError('unavailable', message);
}

function toSearch(query: Record<string, string> | undefined): string {
  return query === undefined ? '' : `?${new URLSearchParams(query).toString()}`;
}

function parse(operation: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unavailable(`Whop answered ${operation} with something that is not JSON.`);
  }
}
