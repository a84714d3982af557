import { aborted, follow } from './abort.ts';
import type { Problem } from './contract.ts';
import type { Environment } from './environment.ts';
import { HttpError, NetworkError, ProtocolError, TimeoutError } from './errors.ts';

const TIMEOUT_MS = 10_000;

/** Sends one request; whatever comes back is an answer. Rejects with a `NetworkError` or the signal's reason. */
export async function send(own: typeof fetch | undefined, url: string, init: RequestInit): Promise<Response> {
  try {
    return await (own ? own(url, init) : fetch(url, init));
  } catch (error) {
    throw toError(error, init.signal);
  }
}

/** Runs a request that is aborted with the caller's reason, or with a `TimeoutError` when it takes too long. */
export async function within<Result>(
  environment: Environment,
  outer: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const { controller, release } = follow(outer);
  const callOff = environment.after(TIMEOUT_MS, () => {
    controller.abort(new TimeoutError(`No whole answer within ${TIMEOUT_MS / 1000} s.`));
  });
  try {
    // Raced, since `getToken` or a `fetch` of the page's own may not heed the signal.
    return await Promise.race([aborted(controller.signal), run(controller.signal)]);
  } finally {
    callOff();
    release();
  }
}

export async function readJson(response: Response, signal: AbortSignal): Promise<unknown> {
  let text: string;
  try {
    text = await response.text();
  } catch (error) {
    throw toError(error, signal);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ProtocolError('The answer is not JSON: check `apiUrl`.', { cause });
  }
}

export async function expectSuccess(response: Response): Promise<Response> {
  if (response.ok) return response;
  const problem = await readProblem(response);
  throw new HttpError(response.status, problem, readRetryAfter(response.headers.get('Retry-After')));
}

/** An abort rejects with its own reason, everything else with an error of this package. */
function toError(error: unknown, signal: AbortSignal | null | undefined): unknown {
  if (signal?.aborted) return signal.reason;
  return new NetworkError('The API could not be reached.', { cause: error });
}

async function readProblem(response: Response): Promise<Partial<Problem>> {
  const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json');
  try {
    if (isProblem) return (await response.json()) as Partial<Problem>;
    await response.body?.cancel();
  } catch {
    // The status alone is still worth telling.
  }
  return {};
}

function readRetryAfter(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header)) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}
