import { checked } from './call-statement.ts';
import type { Log } from './log.ts';
import { OpenCalls } from './open-calls.ts';
import type { CallOptions, Database, Listening, OnGap, OnMessage } from './port.ts';
import { RealtimeListener } from './realtime-listener.ts';
import type { RealtimeSettings } from './realtime-settings.ts';
import { SupabaseRpc } from './supabase-rpc.ts';
import { requireSchema } from './supabase-schema.ts';

export interface SupabaseOptions {
  /** `https://abcdefgh.supabase.co`; `/rest/v1` and `/realtime/v1` are under it. */
  url: string;
  /** `sb_secret_…`, or a JWT of the service role. */
  secretKey: string;
  /** The database must have the newest of these. Default: none, nothing is asked of its schema. */
  migrationsDir?: string | undefined;
  /** Within this time a call has answered or been rejected, waiting and a second attempt included. Default 1500. */
  callTimeoutMs?: number;
  /** Calls under way at most. Default 20. */
  callsAtOnce?: number;
  /** How topics are joined. */
  realtime?: Partial<RealtimeSettings>;
  /** Gets a line for whatever takes long or goes wrong. */
  log?: Log;
}

/**
 * Opens the database of a Supabase project over HTTP.
 *
 * @throws a `DatabaseError` (`unavailable`) when it does not answer or the key is not accepted, an `Error` when its
 *   schema is not the one of the migrations.
 */
export async function openSupabase(options: SupabaseOptions): Promise<Database> {
  const { migrationsDir, log = () => {} } = options;
  const database = new SupabaseDatabase(options);
  try {
    if (migrationsDir !== undefined) await requireSchema(database, migrationsDir, log);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The port on PostgREST for calls and on Realtime for what commits say. */
class SupabaseDatabase implements Database {
  readonly name: string;
  readonly #rpc: SupabaseRpc;
  readonly #listener: RealtimeListener;
  readonly #calls = new OpenCalls();

  constructor({ url, secretKey, callTimeoutMs = 1500, callsAtOnce = 20, ...options }: SupabaseOptions) {
    this.name = `supabase at ${new URL(url).host}`;
    this.#rpc = new SupabaseRpc({ url, secretKey, callTimeoutMs, callsAtOnce });
    this.#listener = new RealtimeListener({
      url,
      secretKey,
      log: options.log ?? (() => {}),
      ...options.realtime,
    });
  }

  call<Result>(fn: string, args: Record<string, unknown>, options?: CallOptions): Promise<Result> {
    return this.#calls.run(async () => {
      for (const name of [fn, ...Object.keys(args)]) checked(name);
      return (await this.#rpc.run(fn, args, options)) as Result;
    });
  }

  /** Resolves at once: a topic is heard as soon as it is joined, and until then it says that it is not. */
  listen(onMessage: OnMessage, onGap: OnGap): Promise<Listening> {
    return this.#calls.run(async () => this.#listener.add({ onMessage, onGap }));
  }

  close(): Promise<void> {
    return this.#calls.close(async () => this.#listener.close());
  }
}
