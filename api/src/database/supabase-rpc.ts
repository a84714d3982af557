import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, PostgrestError } from '@supabase/supabase-js';
import type { CallOptions } from './port.ts';
import { SupabaseFailure } from './supabase-failure.ts';
import { fetchResult } from './supabase-fetch.ts';
import { pauseBeforeRetry } from './supabase-retry.ts';
import { Turnstile } from './turnstile.ts';

export interface RpcSettings {
  url: string;
  secretKey: string;
  callTimeoutMs: number;
  /** Calls under way at most: more would only wait at PostgREST, and go on there after we have given them up. */
  callsAtOnce: number;
}

/** Calls functions over PostgREST, each within a time limit. */
export class SupabaseRpc {
  readonly #client: ReturnType<typeof connect>;
  readonly #places: Turnstile;
  readonly #settings: RpcSettings;

  constructor(settings: RpcSettings) {
    this.#settings = settings;
    this.#client = connect(settings);
    this.#places = new Turnstile(settings.callsAtOnce);
  }

  /** Rejects with a `SupabaseFailure`, in time even when nobody answers; waiting for a place counts. */
  async run(
    fn: string,
    args: Record<string, unknown>,
    { patienceMs: callTimeoutMs = this.#settings.callTimeoutMs }: CallOptions = {},
  ): Promise<unknown> {
    const deadline = performance.now() + callTimeoutMs;
    const limit = AbortSignal.timeout(callTimeoutMs);
    const leave = await this.#places.enter(limit).catch(() => {
      throw new SupabaseFailure(`No call to the database was free within ${callTimeoutMs} ms.`);
    });
    try {
      return await this.#attempt(fn, args, limit);
    } catch (error) {
      const pause = pauseBeforeRetry(fn, error, deadline - performance.now());
      if (pause === undefined) throw error;
      await sleep(pause);
      return await this.#attempt(fn, args, limit);
    } finally {
      leave();
    }
  }

  async #attempt(fn: string, args: Record<string, unknown>, limit: AbortSignal): Promise<unknown> {
    try {
      const { data } = await this.#client.rpc(fn, args).abortSignal(limit).throwOnError();
      return data;
    } catch (error) {
      if (error instanceof SupabaseFailure) throw error;
      // What these errors quote, a page or the key, is nobody's business.
      if (error instanceof PostgrestError)
        throw new SupabaseFailure('The database API answered 200 with something that is no JSON.');
      throw new SupabaseFailure('The call cannot be sent: check SUPABASE_URL and SUPABASE_SECRET_KEY.');
    }
  }
}

function connect({ url, secretKey }: Pick<RpcSettings, 'url' | 'secretKey'>) {
  return createClient(url, secretKey, {
    // With a token of its own making it asks no auth server and keeps no session; `null` means the key itself.
    accessToken: async () => null,
    // Retries are ours: only we know which functions may run twice.
    db: { retry: false },
    global: { fetch: fetchResult },
  });
}
