import type { Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import type { CommitMessage } from '../../../src/database/port.ts';

type Frame = [joinRef: string | null, ref: string | null, topic: string, event: string, payload: Payload];
interface Payload {
  access_token?: string;
  config?: { private?: boolean };
}

export interface Join {
  topic: string;
  payload: Payload;
}

/** What the test makes of Realtime. */
export interface RealtimeScript {
  /** Says why a topic is refused, or nothing; `silent` for no answer at all. */
  refuse?: (topic: string) => string | undefined;
}

/**
 * A FAKE of Supabase Realtime: as much of its protocol (Phoenix channels, serializer 2.0.0) as joining private topics
 * and hearing what the database broadcasts needs, written from the server's source. The real one is met by the smoke.
 */
export class RealtimeServer {
  script: RealtimeScript = {};
  /** Every address a socket was opened with. */
  readonly addresses: string[] = [];
  readonly joins: Join[] = [];
  readonly sockets = new Map<WebSocket, Map<string, string | null>>();
  readonly #server: WebSocketServer;

  constructor(server: Server) {
    this.#server = new WebSocketServer({ noServer: true });
    server.on('upgrade', (request, socket, head) => {
      this.addresses.push(request.url ?? '');
      if (!request.url?.startsWith('/realtime/v1/websocket?')) return void socket.destroy();
      this.#server.handleUpgrade(request, socket, head, (opened) => this.#opened(opened));
    });
  }

  /** The topics that are joined, of all sockets. */
  get topics(): string[] {
    return [...this.sockets.values()].flatMap((joined) => [...joined.keys()]);
  }

  /** What `realtime.send` leads to. */
  broadcast({ topic, event, payload }: CommitMessage): void {
    const sent = { ...payload, id: '5e0f1d4e-8d1c-4a6e-9d53-0f6d5b3f1c11' };
    for (const [socket, joined] of this.sockets) {
      if (joined.has(`realtime:${topic}`)) socket.send(userBroadcast(`realtime:${topic}`, event, sent));
    }
  }

  /** The server ends a topic, as it does when a token has run out. */
  shutDown(topic: string, message: string): void {
    for (const [socket, joined] of this.sockets) {
      const joinRef = joined.get(`realtime:${topic}`);
      if (joinRef === undefined) continue;
      joined.delete(`realtime:${topic}`);
      const system = { extension: 'system', status: 'error', message, channel: topic };
      socket.send(JSON.stringify([joinRef, null, `realtime:${topic}`, 'system', system]));
      socket.send(JSON.stringify([joinRef, joinRef, `realtime:${topic}`, 'phx_close', {}]));
    }
  }

  /** Breaks every connection, as a server that is killed does. */
  cut(): void {
    for (const socket of this.sockets.keys()) socket.terminate();
  }

  close(): void {
    this.cut();
    this.#server.close();
  }

  #opened(socket: WebSocket): void {
    this.sockets.set(socket, new Map());
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('message', (data: Buffer) => this.#received(socket, JSON.parse(data.toString()) as Frame));
  }

  #received(socket: WebSocket, [joinRef, ref, topic, event, payload]: Frame): void {
    const reply = (status: string, response: object): void =>
      socket.send(JSON.stringify([joinRef, ref, topic, 'phx_reply', { status, response }]));
    if (event === 'heartbeat') return reply('ok', {});
    const joined = this.sockets.get(socket);
    if (event === 'phx_leave') {
      joined?.delete(topic);
      return reply('ok', {});
    }
    if (event !== 'phx_join') return;
    this.joins.push({ topic, payload });
    const reason = this.script.refuse?.(topic.replace('realtime:', ''));
    if (reason === 'silent') return;
    if (reason !== undefined) return reply('error', { reason });
    joined?.set(topic, joinRef);
    reply('ok', { postgres_changes: [] });
  }
}

/** The binary frame in which Realtime passes on what the database broadcasts. */
function userBroadcast(topic: string, event: string, payload: object): Buffer {
  const parts = [topic, event, '{"replayed":false}'].map((part) => Buffer.from(part));
  const sizes = parts.map(({ length }) => length);
  return Buffer.concat([Buffer.from([4, ...sizes, 1]), ...parts, Buffer.from(JSON.stringify(payload))]);
}
