import {
  REALTIME_SUBSCRIBE_STATES,
  RealtimeClient,
  type RealtimeChannel,
  type WebSocketLikeConstructor,
} from '@supabase/realtime-js';
import type { CommitMessage } from './port.ts';
import type { RealtimeAddress, RealtimeSettings } from './realtime-settings.ts';

type ConnectionSettings = RealtimeAddress & Pick<RealtimeSettings, 'heartbeatMs' | 'answerLimitMs'>;

/** What a connection tells of. */
export interface ConnectionListener {
  message(message: CommitMessage): void;
  joined(topic: string): void;
  /** Realtime refused the topic, or ended it; the connection goes on. */
  refused(topic: string, reason: string): void;
  /** The connection is over, and all its topics with it; there is no other call after this one. */
  gone(connection: RealtimeConnection, reason: string): void;
}

/**
 * One connection to Realtime, from connecting until it is gone: it is never made again, which is for its owner to do.
 * Realtime takes the key for what it is: the gateway exchanges an `sb_secret_…` for a token of the service role when
 * the socket is opened, and Realtime goes on with that one wherever it is shown such a key; a legacy key is a token.
 */
export class RealtimeConnection {
  readonly topics = new Set<string>();
  readonly #client: RealtimeClient;
  readonly #listener: ConnectionListener;
  readonly #answerLimitMs: number;
  readonly #channels = new Map<string, RealtimeChannel>();
  readonly #leaving = new Set<string>();
  readonly #impatience: NodeJS.Timeout;
  #socket: WebSocket | undefined;
  #isOver = false;

  constructor(settings: ConnectionSettings, listener: ConnectionListener) {
    this.#listener = listener;
    this.#answerLimitMs = settings.answerLimitMs;
    this.#client = this.#createClient(settings);
    this.#impatience = setTimeout(() => this.#end('no answer'), settings.answerLimitMs);
    void this.#connect();
  }

  /** Whether topics can be joined. */
  get isOpen(): boolean {
    return !this.#isOver && this.#client.isConnected();
  }

  /** Open, and for nothing. */
  get isIdle(): boolean {
    return this.isOpen && this.topics.size === 0;
  }

  /** Whether a topic that was left is not quite gone. */
  isLeaving(topic: string): boolean {
    return this.#leaving.has(topic);
  }

  join(topic: string): void {
    const channel = this.#client.channel(topic, { config: { private: true } });
    this.#channels.set(topic, channel);
    this.topics.add(topic);
    const isCurrent = (): boolean => this.#channels.get(topic) === channel;
    let complaint: string | undefined;
    channel.on('system', {}, ({ status, message }: { status?: string; message?: string }) => {
      if (status === 'error') complaint = message;
    });
    channel.on('broadcast', { event: '*' }, ({ event, payload }) => {
      if (isCurrent()) this.#hear(topic, event, payload);
    });
    channel.subscribe((status, error) => {
      if (!isCurrent()) return;
      if (status === REALTIME_SUBSCRIBE_STATES.SUBSCRIBED) return this.#listener.joined(topic);
      // Losing the socket is told once, when it closes.
      if (!this.isOpen) return;
      this.leave(topic);
      this.#listener.refused(topic, error?.message ?? complaint ?? status);
    }, this.#answerLimitMs);
  }

  leave(topic: string): void {
    const channel = this.#channels.get(topic);
    this.#channels.delete(topic);
    this.topics.delete(topic);
    if (!channel || !this.isOpen) return;
    this.#leaving.add(topic);
    void this.#client.removeChannel(channel).finally(() => this.#leaving.delete(topic));
  }

  /** Ends the connection without a word to its listener. */
  close(): void {
    this.#isOver = true;
    clearTimeout(this.#impatience);
    for (const channel of this.#client.channels) channel.teardown();
    this.#socket?.close();
  }

  async #connect(): Promise<void> {
    try {
      // Before the first join, which would otherwise be made without a token.
      await this.#client.setAuth();
      if (!this.#isOver) this.#client.connect();
    } catch (error) {
      this.#end((error as Error).message);
    }
  }

  #hear(topic: string, event: string, sent: unknown): void {
    // `realtime.send` adds an id of its own.
    const { id: _, ...payload } = sent as { id?: string; version?: unknown };
    if (typeof payload.version !== 'number') return;
    this.#listener.message({ topic, event, payload: payload as CommitMessage['payload'] });
  }

  #end(reason: string): void {
    if (this.#isOver) return;
    this.close();
    this.#listener.gone(this, reason);
  }

  #createClient({ url, secretKey, heartbeatMs, answerLimitMs }: ConnectionSettings): RealtimeClient {
    const opened = (socket: WebSocket): void => {
      this.#socket = socket;
      socket.addEventListener('open', () => clearTimeout(this.#impatience));
      socket.addEventListener('close', ({ code, reason }) => this.#end(`${code} ${reason}`.trim()));
    };
    const client: RealtimeClient = new RealtimeClient(`${url.replace(/^http/, 'ws')}/realtime/v1`, {
      params: { apikey: secretKey },
      accessToken: async () => secretKey,
      timeout: answerLimitMs,
      heartbeatIntervalMs: heartbeatMs,
      heartbeatCallback: (status) => void (status === 'timeout' && this.#end('no heartbeat')),
      transport: observed(opened),
      // It would connect again by itself, and join everything at once, against the limit of joins per second.
      reconnectAfterMs: () => {
        setImmediate(() => client.reconnectTimer.reset());
        return 60_000;
      },
    });
    return client;
  }
}

/** The platform's WebSocket, which shows itself to `opened`. */
function observed(opened: (socket: WebSocket) => void): WebSocketLikeConstructor {
  class ObservedSocket extends WebSocket {
    constructor(address: string | URL) {
      super(address);
      opened(this);
    }
  }
  return ObservedSocket as unknown as WebSocketLikeConstructor;
}
