import { readRefusal, SupabaseFailure } from './supabase-failure.ts';

/**
 * The `fetch` under supabase-js: resolves with a result, and rejects with a `SupabaseFailure` for everything else, so
 * that no answer can be taken for another (supabase-js makes a `404` that holds a list into an empty success).
 */
export async function fetchResult(
  input: Parameters<typeof fetch>[0],
  init: RequestInit = {},
): Promise<Response> {
  const { host } = new URL(input instanceof Request ? input.url : input);
  try {
    // A redirect would turn the call into another one, and carry the key to another host.
    const request = { ...init, headers: withKeyOnce(init.headers), redirect: 'manual' } as const;
    const response = await fetch(input, request);
    const body = await response.text();
    if (response.status === 200 && body !== '') return new Response(body, { status: 200 });
    throw readRefusal({
      host,
      status: response.status,
      body,
      retryAfterMs: readRetryAfter(response.headers.get('retry-after')),
    });
  } catch (error) {
    if (error instanceof SupabaseFailure) throw error;
    throw unreachable(host, error);
  }
}

/** A key that is no JWT belongs in `apikey` alone: as a bearer token it would be refused, or at best ignored. */
function withKeyOnce(given: RequestInit['headers']): Headers {
  const headers = new Headers(given);
  if (headers.get('authorization')?.startsWith('Bearer sb_')) headers.delete('authorization');
  return headers;
}

/** Seconds, or a date. */
function readRetryAfter(value: string | null): number | undefined {
  if (value === null) return undefined;
  const seconds = /^\d+$/.test(value.trim()) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds * 1000);
}

function unreachable(host: string, error: unknown): SupabaseFailure {
  const { name, cause } = error as { name?: string; cause?: { code?: string; message?: string } };
  if (name === 'TimeoutError' || name === 'AbortError')
    return new SupabaseFailure(`${host} did not answer in time.`);
  const reason = cause?.code ?? cause?.message ?? 'the connection broke';
  return new SupabaseFailure(`${host} cannot be reached: ${reason}.`, { passing: true });
}
