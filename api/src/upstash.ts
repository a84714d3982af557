import { Redis } from '@upstash/redis';

/** How long anything may wait for Redis, in milliseconds; then it goes on without. */
export const PATIENCE_MS = 150;

/** A client of Upstash's REST API that asks once and hangs up when the patience is over. */
export function connectUpstash(
  { url, token }: { url: string; token: string },
  patienceMs = PATIENCE_MS,
): Redis {
  return new Redis({
    url,
    token,
    // `retry: false` would still ask twice.
    retry: { retries: 0, backoff: () => 0 },
    // As a function: an abort then rejects, while with a plain signal it would look like an answer.
    signal: () => AbortSignal.timeout(patienceMs),
    enableTelemetry: false,
    automaticDeserialization: false,
    enableAutoPipelining: false,
    // Nothing here has to be seen at once, and waiting for replicas costs time.
    readYourWrites: false,
  });
}

/** What went wrong, fit for the log: Upstash's errors repeat the whole command, with members' ids in it. */
export function toUpstashFailure(error: unknown): Error {
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError') return new Error('No answer in time.');
  return new Error(message.split(', command was: ', 1)[0], { cause });
}
