import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { board, card, community, rewards } from './samples.ts';

/** An API of another origin that answers with the samples, and what it was asked. */
export class SampleApi {
  readonly url: string;
  /** `GET /api/v1/… <Authorization>` of each request, preflights apart. */
  readonly asked: string[] = [];
  readonly close: () => Promise<void>;

  static async start(): Promise<SampleApi> {
    const server = createServer((request, response) => api.#answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const close = () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    const api = new SampleApi(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, close);
    return api;
  }

  private constructor(url: string, close: () => Promise<void>) {
    this.url = url;
    this.close = close;
  }

  #answer({ method, url = '', headers }: IncomingMessage, response: ServerResponse): void {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', '*, authorization');
    if (method === 'OPTIONS') return void response.end();
    this.asked.push(`${method} ${url} ${headers.authorization ?? ''}`.trim());
    const { pathname } = new URL(url, this.url);
    if (pathname.endsWith('/live')) return startStream(response);
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(sampleOf(pathname)));
  }
}

function sampleOf(path: string): object {
  if (path.endsWith('/leaderboard')) return board();
  if (path.endsWith('/rewards')) return rewards();
  return path.includes('/members/') ? card() : community();
}

function startStream(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  response.write('event: hello\ndata: {"version":1}\n\n');
}
