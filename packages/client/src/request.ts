import { aborted, follow } from './abort.ts';
import { noAnswer } from './check.ts';
import type { Problem } from './contract.ts';
import type { EarlyEnvironment } from './environment.ts';
import { HttpError, NetworkError, TimeoutError, Wee5Error } from './errors.ts';

const TIMEOUT_MS = 10_000;

/**
 * Runs a request that is aborted with the caller's reason, or with a `TimeoutError` when it takes too long. Rejects
 * with that reason or with a `ClientError`.
 */
export async function within<Result>(
  environment: EarlyEnvironment,
  outer: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = follow(outer);
  const { signal } = controller;
  const callOff = environment.after(TIMEOUT_MS, () => {
    controller.abort(new TimeoutError('No answer within 10 s.'));
  });
  try {
    // Raced, since `getToken` or a `fetch` of the page's own may not heed the signal.
    return await Promise.race([aborted(signal), run(signal)]);
  } catch (error) {
    throw signal.aborted ? signal.reason : toClientError(error);
  } finally {
    callOff();
    controller.abort();
  }
}

/** The answer of a success. Rejects with an `HttpError` for any other. */
export async function expectSuccess(response: Response): Promise<Response> {
  if (response.ok) return response;
  const problem = await readProblem(response);
  throw new HttpError(response.status, problem, readRetryAfter(response.headers.get('Retry-After')));
}

function toClientError(error: unknown): Wee5Error {
  if (error instanceof Wee5Error) return error;
  if (error instanceof SyntaxError) return noAnswer('JSON', error);
  return new NetworkError('No answer: check the network and `apiUrl`.', { cause: error });
}

/** Where it cannot be read, the status alone is still worth telling. */
async function readProblem(response: Response): Promise<Partial<Problem>> {
  const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json');
  return isProblem ? ((await response.json().catch(() => ({}))) as Partial<Problem>) : {};
}

function readRetryAfter(header: string | null): number | null {
  if (header === null) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? null : Math.max(0, Math.ceil(seconds));
}
