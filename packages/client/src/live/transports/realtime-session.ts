import { onAbort } from '../../abort.ts';
import type { LiveConfig } from '../../contract.ts';
import { RealtimeError, type RealtimeProblem } from './realtime-error.ts';
import type { RealtimeClient, RealtimeLibrary } from './realtime-library.ts';
import { socketsUntil } from './realtime-sockets.ts';

/** Where the API says that Realtime is. */
export type RealtimeConfig = Extract<LiveConfig, { transport: 'supabase' }>;

interface SessionOptions {
  library: RealtimeLibrary;
  config: RealtimeConfig;
  token: string;
  /** Ends the session. */
  signal: AbortSignal;
  /** The socket is open. */
  opened: () => void;
  /** The server was heard. */
  alive: () => void;
  /** What was joined is lost. */
  lost: (error: RealtimeError) => void;
}

/** A join that takes longer is no success; to say no, the server takes five seconds. */
const JOIN_MS = 8000;

/** One socket with a token. It never mends itself: whatever breaks ends it, and another one begins anew. */
export class RealtimeSession {
  readonly #options: SessionOptions;
  readonly #client: RealtimeClient;
  #token: string;
  #isOpen = false;

  constructor(options: SessionOptions) {
    const { library, config, token, signal } = options;
    this.#options = options;
    this.#token = token;
    this.#client = new library.RealtimeClient(`${config.url.replace(/^http/, 'ws')}/realtime/v1`, {
      params: { apikey: config.publishableKey },
      accessToken: async () => this.#token,
      timeout: JOIN_MS,
      transport: socketsUntil(signal, () => this.#opened()),
      heartbeatCallback: (status) => {
        if (status === 'ok') options.alive();
      },
    });
    onAbort(signal, () => void this.#client.disconnect());
  }

  /** Gives the token to every channel, those that are joined and those to come. */
  async authorize(token: string): Promise<void> {
    this.#token = token;
    await this.#client.setAuth(token);
  }

  /** Joins a private channel. Rejects with a `RealtimeError`; one that breaks later is told as lost. */
  join(topic: string, received: (event: string, payload: unknown) => void): Promise<void> {
    const { signal, alive, lost } = this.#options;
    const channel = this.#client.channel(topic, { config: { private: true } });
    onAbort(signal, () => channel.teardown());
    channel.on('broadcast', { event: '*' }, ({ event, payload }) => {
      alive();
      received(event, payload);
    });
    return new Promise((resolve, reject) => {
      let give = (error: RealtimeError): void => reject(error);
      channel.subscribe((status, error) => {
        if (status !== 'SUBSCRIBED') return give(new RealtimeError(this.#problem(error), error ?? status));
        give = lost;
        resolve();
      });
    });
  }

  #opened(): void {
    this.#isOpen = true;
    this.#options.opened();
  }

  #problem(error: Error | undefined): RealtimeProblem {
    if (!this.#isOpen) return 'unreachable';
    // The server's own words for a token that it does not take; they carry no code.
    return /token|jwt/i.test(error?.message ?? '') ? 'token' : 'failed';
  }
}
