import { aborted } from './abort.ts';
import type { Problem } from './contract.ts';
import type { Environment } from './environment.ts';
import { HttpError, NetworkError, ProtocolError, TimeoutError } from './errors.ts';
import { createTokenSource } from './token.ts';
import type { ClientOptions } from './types.ts';

/** A request under `/api/v1/communities/{communityId}`. */
export interface Call {
  /** What follows the community: `/leaderboard?limit=10`. */
  path: string;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** Lets no cache answer without asking the API. */
  fresh?: boolean;
}

/** Sends requests and turns whatever goes wrong into a `ClientError`. */
export interface Http {
  /** The body of a success. The whole of it has to arrive within ten seconds. */
  json(call: Call): Promise<unknown>;
  /** A success whose body is still to be read; only the signal ends it. */
  open(call: Call): Promise<Response>;
}

const TIMEOUT_MS = 10_000;

export function createHttp(options: ClientOptions, environment: Environment): Http {
  const base = `${options.apiUrl}/api/v1/communities/${encodeURIComponent(options.communityId)}`;
  const send = options.fetch ?? ((...request: Parameters<typeof fetch>) => fetch(...request));
  const tokens = createTokenSource(options);

  async function open(call: Call): Promise<Response> {
    const token = await tokens.get();
    const response = await attempt(call, token);
    // A token that has run out is the one refusal that asking again can mend.
    if (response.status !== 401 || !tokens.refused(token)) return expectSuccess(response);
    await response.body?.cancel();
    return expectSuccess(await attempt(call, await tokens.get()));
  }

  async function attempt(call: Call, token: string | undefined): Promise<Response> {
    const headers: Record<string, string> = { Accept: 'application/json', ...call.headers };
    if (token !== undefined) headers['Authorization'] = `Bearer ${token}`;
    if (options.key !== undefined) headers['X-Wee5-Key'] = options.key;
    const init: RequestInit = { headers, credentials: 'omit', cache: call.fresh ? 'no-cache' : 'default' };
    try {
      return await send(base + call.path, { ...init, ...(call.signal && { signal: call.signal }) });
    } catch (error) {
      throw toError(error, call.signal);
    }
  }

  return {
    open,
    json: (call) =>
      within(environment, call.signal, async (signal) => readJson(await open({ ...call, signal }), signal)),
  };
}

/** Runs a request that is aborted with the caller's reason, or with a `TimeoutError` when it takes too long. */
async function within<Result>(
  environment: Environment,
  outer: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const passOn = (): void => controller.abort(outer?.reason);
  if (outer?.aborted) passOn();
  outer?.addEventListener('abort', passOn);
  const callOff = environment.after(TIMEOUT_MS, () => {
    controller.abort(new TimeoutError(`No whole answer within ${TIMEOUT_MS / 1000} s.`));
  });
  try {
    // Raced, since `getToken` or a `fetch` of the page's own may not heed the signal.
    return await Promise.race([aborted(controller.signal), run(controller.signal)]);
  } finally {
    callOff();
    outer?.removeEventListener('abort', passOn);
  }
}

async function readJson(response: Response, signal: AbortSignal): Promise<unknown> {
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

/** An abort rejects with its own reason, everything else with an error of this package. */
function toError(error: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return signal.reason;
  return new NetworkError('The API could not be reached.', { cause: error });
}

async function expectSuccess(response: Response): Promise<Response> {
  if (response.ok) return response;
  const problem = await readProblem(response);
  throw new HttpError(response.status, problem, readRetryAfter(response.headers.get('Retry-After')));
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
