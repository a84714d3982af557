import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { bundle } from '../../build/bundle.ts';
import { stylesheet } from '../../build/stylesheet.ts';
import { activityEntry, activityPage, board, card, community, rewards } from '../../testing/samples.ts';

const built = await bundle();
const files = new Map([built, ...built.parts].map(({ name, code }) => [name, code]));
files.set('wee5.js', built.code);

/** What an answer is instead of the usual one: other JSON, a status, a body of another kind, `silence` or `broken`. */
export type Instead = object | number | string;

/** The script's files and an API, at an origin of their own, whose answers a test may change. */
export class ScriptedApi {
  readonly url: string;
  /** Instead of the usual answer, or a file of the script's, by a part of the path; the first that fits. */
  readonly instead = new Map<string, Instead>();
  /** What was asked of the API, in order; preflights and the script's files apart. */
  readonly asked: string[] = [];
  /** The streams that are open now. */
  readonly streams = new Set<ServerResponse>();
  /** How many streams were ever opened. */
  opened = 0;
  /** What a stream greets with. */
  version = 1;

  static async start(): Promise<ScriptedApi> {
    const { url, server } = await serve((request, response) => {
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Access-Control-Allow-Headers', '*, authorization');
      const path = request.url ?? '';
      const file = /^\/widgets\/v1\/([^?]+)/.exec(path)?.[1];
      if (file) api.#file(file, response);
      else if (request.method === 'OPTIONS') response.end();
      else api.#answer(path, response);
    });
    const api: ScriptedApi = new ScriptedApi(url);
    onTestFinished(() => stop(server));
    return api;
  }

  private constructor(url: string) {
    this.url = url;
  }

  /** A change of the card, for whoever asks from now on. */
  changeCard(xp: number): void {
    this.version += 1;
    this.instead.set('/members/', card({ xp, version: this.version }));
  }

  /** Ends every open stream, as a server does that goes away. */
  hangUp(): void {
    for (const stream of this.streams) stream.destroy();
  }

  #answer(path: string, response: ServerResponse): void {
    this.asked.push(path);
    const instead = this.#insteadOf(path);
    if (instead !== undefined) return send(response, instead);
    if (path.endsWith('/live')) return this.#stream(response);
    send(response, usualAnswer(path));
  }

  #file(name: string, response: ServerResponse): void {
    const instead = this.#insteadOf(name);
    if (instead === undefined) sendFile(response, name);
    else send(response, instead);
  }

  #insteadOf(path: string): Instead | undefined {
    const key = [...this.instead.keys()].find((part) => path.includes(part));
    return key === undefined ? undefined : this.instead.get(key);
  }

  #stream(response: ServerResponse): void {
    this.opened += 1;
    this.streams.add(response);
    response.on('close', () => this.streams.delete(response));
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(`event: hello\ndata: {"version":${this.version}}\n\n`);
  }
}

/** What the API of the samples says. */
export function usualAnswer(path: string): object {
  if (path.includes('/leaderboard')) return board();
  if (path.includes('/activity')) return activityPage([activityEntry(1)]);
  if (path.includes('/members/')) return card();
  return path.includes('/rewards') ? rewards() : community();
}

function send(response: ServerResponse, answer: Instead): void {
  if (answer === 'silence') return;
  if (answer === 'broken') return void response.destroy();
  if (typeof answer === 'number') return void response.writeHead(answer).end();
  const type = typeof answer === 'string' ? 'text/html' : 'application/json';
  response.setHeader('Content-Type', type);
  response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
}

function sendFile(response: ServerResponse, name: string): void {
  const isStyle = name.endsWith('.css');
  response.setHeader('Content-Type', isStyle ? 'text/css' : 'text/javascript');
  response.end(isStyle ? stylesheet() : files.get(name));
}

/** A server on a free port of this machine. */
export async function serve(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

export function stop(server: Awaited<ReturnType<typeof serve>>['server']): void {
  server.close();
  server.closeAllConnections();
}
