import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from './answers.ts';
import type { Faults } from './faults.ts';

/** A call that reached the simulator. The key itself is not kept. */
export interface Call {
  /** Such as `users.retrieve`; `jwks` for the key set, `unknown` for an address Whop does not have. */
  readonly operation: string;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly body: Record<string, unknown>;
  /** 0 where the connection was broken instead. */
  readonly status: number;
}

/** What a request asks for, before it is read. */
export interface Route {
  readonly operation: string;
  answer(body: Record<string, unknown>): Answer | Promise<Answer>;
}

/** Answers requests, with the faults that were planned for them, and remembers each. */
export class Calls {
  readonly all: Call[] = [];
  readonly #faults: Faults;
  readonly #stopped = new AbortController();

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  async receive(request: IncomingMessage, response: ServerResponse, route: Route): Promise<void> {
    const body = toObject(await text(request));
    const answer = await this.#withFaults(route.operation, () => route.answer(body));
    const { method = '', url: path = '' } = request;
    this.all.push({ operation: route.operation, method, path, body, status: answer?.status ?? 0 });
    if (answer) send(response, answer);
    else response.destroy();
  }

  /** Lets go of what is being delayed. */
  stop(): void {
    this.#stopped.abort();
  }

  /** Undefined where the connection is to be broken. */
  async #withFaults(operation: string, go: () => Answer | Promise<Answer>): Promise<Answer | undefined> {
    const fault = this.#faults.take(operation);
    const { signal } = this.#stopped;
    if (fault?.delayMs !== undefined) await pause(fault.delayMs, undefined, { signal }).catch(() => {});
    return fault?.reset || signal.aborted ? undefined : (fault?.answer ?? go());
  }
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  const isText = typeof body === 'string';
  response.writeHead(status, { 'content-type': isText ? 'text/html' : 'application/json', ...headers });
  response.end(isText || body instanceof Uint8Array ? body : JSON.stringify(body));
}

function toObject(json: string): Record<string, unknown> {
  try {
    const value = JSON.parse(json) as unknown;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
