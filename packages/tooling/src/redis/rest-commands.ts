import { ReplyError, type Redis } from 'ioredis';
import { Scripts } from './scripts.ts';

/** What one command was answered with, as Upstash says it. */
export type Reply = { result: unknown } | { error: string };

/** What a request is answered with. */
export interface RestAnswer {
  status: number;
  body: Reply | Reply[];
}

/** Runs what the REST addresses stand for on a real Redis. */
export class RestCommands {
  readonly #redis: Redis;
  readonly #scripts = new Scripts();

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  /** `/`, and `/{command}/{argument}/…` */
  async one(command: string[]): Promise<RestAnswer> {
    const reply = await this.#run(command);
    return { status: 'error' in reply ? 400 : 200, body: reply };
  }

  /** `/pipeline`: each for itself. */
  async pipeline(commands: string[][]): Promise<RestAnswer> {
    return { status: 200, body: await Promise.all(commands.map((command) => this.#run(command))) };
  }

  /** `/multi-exec`: all or none. Sent in one go, so that no other request's command comes in between. */
  async transaction(commands: string[][]): Promise<RestAnswer> {
    const replies = await Promise.all([
      this.#run(['MULTI']),
      ...commands.map((command) => this.#run(command)),
      this.#run(['EXEC']),
    ]);
    const last = replies.at(-1);
    if (!last || 'error' in last) return { status: 400, body: last ?? { error: 'ERR empty transaction' } };
    return { status: 200, body: (last.result as unknown[]).map(toReply) };
  }

  async #run(command: string[]): Promise<Reply> {
    const [name = '', ...rest] = this.#scripts.translate(command.map(String));
    try {
      return { result: await this.#redis.callBuffer(name, ...rest) };
    } catch (error) {
      if (error instanceof ReplyError) return { error: (error as Error).message };
      throw error;
    }
  }
}

function toReply(result: unknown): Reply {
  return result instanceof Error ? { error: result.message } : { result };
}

/** Bytes as base64 or as text, however deep; `OK` is never encoded. */
export function encodeReplies(value: unknown, base64: boolean): unknown {
  if (Buffer.isBuffer(value)) {
    const text = value.toString();
    return base64 && text !== 'OK' ? value.toString('base64') : text;
  }
  return Array.isArray(value) ? value.map((item) => encodeReplies(item, base64)) : value;
}
