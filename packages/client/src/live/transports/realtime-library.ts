/** What is used of `@supabase/realtime-js`, so that this package's declarations stand without its own. */
export interface RealtimeLibrary {
  RealtimeClient: new (url: string, options: RealtimeOptions) => RealtimeClient;
}

export interface RealtimeOptions {
  params: { apikey: string };
  accessToken: () => Promise<string>;
  transport: new (url: string, protocols?: string | string[]) => WebSocket;
  /** How long a join may take, in milliseconds. */
  timeout: number;
  heartbeatCallback: (status: string) => void;
}

export interface RealtimeClient {
  setAuth(token: string): Promise<void>;
  channel(topic: string, params: { config: { private: boolean } }): RealtimeChannel;
  disconnect(): Promise<unknown>;
}

export interface RealtimeChannel {
  on(
    type: 'broadcast',
    filter: { event: '*' },
    received: (message: { event: string; payload?: unknown }) => void,
  ): unknown;
  subscribe(changed: (status: string, error?: Error) => void): unknown;
  teardown(): void;
}
