import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { onTestFinished } from 'vitest';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';

/** What a client has sent, but for heartbeats. */
export interface Frame {
  event: string;
  topic: string;
  token: string | undefined;
  isPrivate: boolean;
}

interface Joined {
  socket: WebSocket;
  topic: string;
  joinRef: string;
  token: string | undefined;
}

type Message = [joinRef: string | null, ref: string | null, topic: string, event: string, payload: object];

/**
 * Speaks the part of Supabase Realtime's protocol that a listener needs (Phoenix channels, version 2.0.0), so far that
 * `@supabase/realtime-js` itself takes it for the real one; what the real one decides, a test says.
 */
export class RealtimeServer {
  readonly frames: Frame[] = [];
  /** Addresses that sockets were opened at. */
  readonly opened: URL[] = [];
  /** Why a join is refused; undefined for a welcome. */
  refuse: (frame: Frame) => string | undefined = () => undefined;
  /** What becomes of new sockets: let in, refused, or left without an answer. */
  door: 'open' | 'closed' | 'silent' = 'open';
  #joined: Joined[] = [];
  readonly #raw = new Set<Duplex>();
  readonly #http = createServer();
  readonly #sockets = new WebSocketServer({ noServer: true });

  /** Listens on a free port until the test ends. */
  static async start(): Promise<RealtimeServer> {
    const server = new RealtimeServer();
    await new Promise<void>((resolve) => server.#http.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => server.#stop());
    return server;
  }

  private constructor() {
    this.#http.on('upgrade', (request: IncomingMessage, socket, head) => {
      this.opened.push(new URL(request.url ?? '', this.url));
      this.#raw.add(socket);
      if (this.door === 'silent') return;
      if (this.door === 'closed') return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      this.#sockets.handleUpgrade(request, socket, head, (webSocket) => this.#listen(webSocket));
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  /** The topics that are joined now. */
  get topics(): string[] {
    return this.#joined.map(({ topic }) => topic).toSorted();
  }

  /** How many sockets are open. */
  get size(): number {
    return this.#sockets.clients.size;
  }

  /** Tells everyone on the topic, as `realtime.send` in a committed transaction does. */
  broadcast(topic: string, event: string, payload: object): void {
    for (const { socket } of this.#on(topic))
      socket.send(encodeBroadcast(`realtime:${topic}`, event, payload));
  }

  /** Resolves when everything that was sent has arrived: a pong comes after it. */
  async delivered(): Promise<void> {
    const pongs = [...this.#sockets.clients].map(async (socket) => {
      socket.ping();
      await once(socket, 'pong');
    });
    await Promise.all(pongs);
  }

  /** Ends what has been joined with a token that the test condemns, as the server does at its expiry. */
  expire(isExpired: (token: string | undefined) => boolean): void {
    for (const joined of this.#joined.filter(({ token }) => isExpired(token))) {
      const { socket, topic, joinRef } = joined;
      const message = 'Token has expired 1 seconds ago';
      const payload = { extension: 'system', status: 'error', channel: topic, message };
      send(socket, [joinRef, null, `realtime:${topic}`, 'system', payload]);
      send(socket, [joinRef, joinRef, `realtime:${topic}`, 'phx_close', {}]);
      this.#joined = this.#joined.filter((each) => each !== joined);
    }
  }

  /** Cuts every connection without a word. */
  cut(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
  }

  #on(topic: string): Joined[] {
    return this.#joined.filter((joined) => joined.topic === topic);
  }

  #listen(socket: WebSocket): void {
    socket.on('message', (data) => this.#take(socket, parse(data)));
    socket.on('close', () => (this.#joined = this.#joined.filter((joined) => joined.socket !== socket)));
  }

  #take(socket: WebSocket, [joinRef, ref, name, event, payload]: Message): void {
    const reply = (status: string, response: object): void =>
      send(socket, [joinRef, ref, name, 'phx_reply', { status, response }]);
    if (event === 'heartbeat') return reply('ok', {});
    const { access_token: token, config } = payload as {
      access_token?: string;
      config?: { private?: boolean };
    };
    const topic = name.replace('realtime:', '');
    const frame = { event, topic, token, isPrivate: config?.private === true };
    this.frames.push(frame);
    if (event === 'access_token') for (const joined of this.#on(topic)) joined.token = token;
    if (event !== 'phx_join') return;
    const reason = this.refuse(frame);
    if (reason !== undefined) return reply('error', { reason });
    this.#joined.push({ socket, topic, joinRef: joinRef ?? '', token });
    reply('ok', { postgres_changes: [] });
  }

  async #stop(): Promise<void> {
    for (const socket of this.#raw) socket.destroy();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }
}

function parse(data: RawData): Message {
  return JSON.parse((data as Buffer).toString()) as Message;
}

function send(socket: WebSocket, message: Message): void {
  socket.send(JSON.stringify(message));
}

/** Kind 4 of the protocol: the sizes of topic, event and metadata, 1 for JSON, and then those and the payload. */
function encodeBroadcast(topic: string, event: string, payload: object): Buffer {
  // What `realtime.send` stores has an id, which it puts into the payload as well.
  const id = randomUUID();
  const parts = [topic, event, JSON.stringify({ id })].map((part) => Buffer.from(part));
  const head = Buffer.from([4, ...parts.map(({ length }) => length), 1]);
  return Buffer.concat([head, ...parts, Buffer.from(JSON.stringify({ id, ...payload }))]);
}
