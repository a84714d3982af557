import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { encodeReplies, RestCommands } from './rest-commands.ts';
import type { Reply, RestAnswer } from './rest-commands.ts';

/** What a front can be told to do to every request. */
export type Fault = { kind: 'slow'; ms: number } | { kind: 'error' } | { kind: 'reset' } | { kind: 'down' };

/** A request as it arrived. */
export interface SeenRequest {
  path: string;
  headers: IncomingMessage['headers'];
  commands: string[][];
}

const TOKEN = 'a-token-of-the-front';

/** Upstash's REST API in front of a real Redis, as far as `@upstash/redis` speaks it. */
export class UpstashFront {
  readonly token = TOKEN;
  /** Every request with a valid token, in order; a test may empty it. */
  readonly seen: SeenRequest[] = [];
  readonly #redis: Redis;
  readonly #commands: RestCommands;
  readonly #server: Server;
  #port = 0;
  #open = 0;
  #fault: Fault | undefined;

  private constructor(redis: Redis) {
    this.#redis = redis;
    this.#commands = new RestCommands(redis);
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  /** Listens on a free loopback port, in front of an emptied database of that Redis. */
  static async start(redisUrl: string, database = 0): Promise<UpstashFront> {
    const redis = new Redis(redisUrl, {
      db: database,
      // A Redis that is away is answered at once, and found again as soon as it is back.
      maxRetriesPerRequest: 0,
      retryStrategy: () => 20,
      autoResendUnfulfilledCommands: false,
    });
    redis.on('error', () => {});
    await redis.flushdb();
    const front = new UpstashFront(redis);
    await front.#listen();
    return front;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** How many commands the requests held. */
  get commandCount(): number {
    return this.seen.reduce((total, { commands }) => total + commands.length, 0);
  }

  /** How many requests are being answered at the moment. */
  get openRequests(): number {
    return this.#open;
  }

  /** The Redis behind it, past the REST API. */
  get redis(): Redis {
    return this.#redis;
  }

  async break(fault: Fault): Promise<void> {
    this.#fault = fault;
    if (fault.kind === 'down') await this.#hangUp();
  }

  async heal(): Promise<void> {
    this.#fault = undefined;
    if (!this.#server.listening) await this.#listen();
  }

  async close(): Promise<void> {
    await this.#hangUp();
    this.#redis.disconnect();
  }

  async #listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async #hangUp(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#open += 1;
    response.once('close', () => (this.#open -= 1));
    try {
      const answer = await this.#answer(request);
      if (answer) send(response, answer, request.headers['upstash-encoding'] === 'base64');
      else request.socket.resetAndDestroy();
    } catch (error) {
      send(response, { status: 500, body: { error: String(error) } }, false);
    }
  }

  /** Undefined where the connection is to be reset. */
  async #answer(request: IncomingMessage): Promise<RestAnswer | undefined> {
    const seen = await readRequest(request);
    if (request.headers.authorization !== `Bearer ${TOKEN}`) {
      return { status: 401, body: { error: 'WRONGPASS invalid or missing auth token' } };
    }
    this.seen.push(seen);
    const fault = this.#fault;
    if (fault?.kind === 'reset') return undefined;
    if (fault?.kind === 'error') return { status: 500, body: { error: 'ERR internal error' } };
    if (fault?.kind === 'slow') await sleep(fault.ms, undefined, { ref: false });
    return this.#run(seen);
  }

  #run({ path, commands }: SeenRequest): Promise<RestAnswer> {
    if (path === '/pipeline') return this.#commands.pipeline(commands);
    if (path === '/multi-exec') return this.#commands.transaction(commands);
    return this.#commands.one(commands[0] ?? []);
  }
}

async function readRequest(request: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { pathname } = new URL(request.url ?? '/', 'http://front');
  const body = Buffer.concat(chunks).toString();
  return { path: pathname, headers: request.headers, commands: toCommands(pathname, body) };
}

function toCommands(path: string, body: string): string[][] {
  if (path === '/pipeline' || path === '/multi-exec') return JSON.parse(body) as string[][];
  if (path === '/') return [JSON.parse(body) as string[]];
  const command = path.slice(1).split('/').map(decodeURIComponent);
  return [body === '' ? command : [...command, body]];
}

function send(response: ServerResponse, { status, body }: RestAnswer, base64: boolean): void {
  const encode = (reply: Reply) =>
    'error' in reply ? reply : { result: encodeReplies(reply.result, base64) };
  const text = JSON.stringify(Array.isArray(body) ? body.map(encode) : encode(body));
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(text);
}
