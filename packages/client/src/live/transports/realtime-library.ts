/** What is used of `@supabase/realtime-js`, so that this package's declarations stand without its own. */
export interface RealtimeLibrary {
  /** One socket with a token. */
  RealtimeClient: new (url: string, options: RealtimeOptions) => RealtimeClient;
}

/** How a socket is opened. */
export interface RealtimeOptions {
  /** Sent with the address. */
  params: { apikey: string };
  /** Gives the token that a join is decided by. */
  accessToken: () => Promise<string>;
  /** What sockets are made of. */
  transport: new (url: string, protocols?: string | string[]) => WebSocket;
  /** How long a join may take, in milliseconds. */
  timeout: number;
  /** Hears what became of each heartbeat; `ok` where it was answered. */
  heartbeatCallback: (status: string) => void;
}

/** One socket. */
export interface RealtimeClient {
  /** Gives the token to what is joined, and to what will be. */
  setAuth(token: string): Promise<void>;
  /** A channel that is not joined yet. */
  channel(topic: string, params: { config: { private: boolean } }): RealtimeChannel;
  /** Closes the socket. */
  disconnect(): Promise<unknown>;
}

/** One topic on a socket. */
export interface RealtimeChannel {
  /** Hears every message, once the channel is joined. */
  on(
    type: 'broadcast',
    filter: { event: '*' },
    received: (message: { event: string; payload?: unknown }) => void,
  ): unknown;
  /** Joins; `SUBSCRIBED` says that it did. */
  subscribe(changed: (status: string, error?: Error) => void): unknown;
  /** Forgets the channel, without a word to the server. */
  teardown(): void;
}
