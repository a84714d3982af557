import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'puppeteer-core';
import { onTestFinished } from 'vitest';
import { RealtimeServer } from '../../../client/tests/support/realtime-server.ts';
import { bundle } from '../../build/bundle.ts';
import { card, community, rewards } from '../../testing/samples.ts';

/** The community's topic of Realtime. */
export const topic = 'community:biz_demo';

const { parts, ...script } = await bundle();
const files = new Map([script, ...parts].map(({ name, code }) => [`/widgets/v1/${name}`, code]));
files.set('/widgets/v1/wee5.js', script.code);

interface SiteOptions {
  head?: string;
  /** More attributes of the script tag. */
  attributes?: string;
  cardOf?: string;
  /** Whether the page's policy lets sockets out. */
  sockets?: boolean;
  /** Whether the server still has the lazy parts of the script that the page holds. */
  parts?: boolean;
}

/** Somebody's page, and the API and Realtime at other origins. */
export class Site {
  readonly realtime: RealtimeServer;
  readonly complaints: string[] = [];
  card = card();
  /** What sessions were asked for. */
  readonly sessions: string[] = [];
  readonly #page: Page;
  readonly #requests: string[] = [];

  static async open(browser: Browser, options: SiteOptions = {}): Promise<Site> {
    const site = new Site(await RealtimeServer.start(), await browser.newPage());
    const api = await serve((request, response) => {
      site.#requests.push(`${request.url} ${request.headers.authorization ?? ''}`.trim());
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Access-Control-Allow-Headers', '*, authorization');
      const path = new URL(request.url ?? '', api).pathname;
      const isGone = options.parts === false && path.startsWith('/widgets/v1/wee5-');
      if (isGone) return void response.writeHead(404).end();
      site.#answer(path, response, request.method);
    });
    const page = await serve((request, response) => {
      if (request.url === '/api/v1/sessions') return site.#beginSession(request, response);
      response.setHeader('Content-Type', 'text/html');
      response.setHeader('Content-Security-Policy', site.#policy(api, options));
      response.end(pageOf(api, options));
    });
    await site.#page.goto(page);
    return site;
  }

  private constructor(realtime: RealtimeServer, page: Page) {
    this.realtime = realtime;
    this.#page = page;
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    onTestFinished(() => page.close());
  }

  /** The requests under this path, preflights apart, with the identity they carried. */
  asked(path: string): string[] {
    return this.#requests.filter((request) => request.includes(path));
  }

  /** What a reader of a widget sees. */
  textOf(tag: string): Promise<string> {
    return this.#page.evaluate(
      `document.querySelector('${tag}')?.shadowRoot?.textContent ?? ''`,
    ) as Promise<string>;
  }

  #policy(api: string, { sockets = true }: SiteOptions): string {
    const connect = `'self' ${api} ${sockets ? this.realtime.url.replace('http', 'ws') : ''}`;
    return `default-src 'none'; script-src ${api} 'unsafe-inline'; connect-src ${connect}`;
  }

  #beginSession(request: IncomingMessage, response: ServerResponse): void {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const session = { token: 't.t.t', expiresAt, communityId: 'biz_demo', member: card(), access: 'member' };
    request.on('data', (body: Buffer) => this.sessions.push(body.toString()));
    request.on('end', () => sendJson(response, { ...session, live: this.#live }));
  }

  #answer(path: string, response: ServerResponse, method: string | undefined): void {
    const file = files.get(path);
    if (method === 'OPTIONS') this.#requests.pop();
    if (method === 'OPTIONS') response.end();
    else if (file) sendScript(response, file);
    else if (path.endsWith('/live')) startStream(response);
    else if (path.includes('/members/')) sendJson(response, this.card);
    else if (path.endsWith('/rewards')) sendJson(response, rewards());
    else sendJson(response, { ...community(), live: this.#live });
  }

  get #live(): object {
    const { url } = this.realtime;
    return { transport: 'supabase', url, publishableKey: 'sb_publishable_1', topics: [topic] };
  }
}

function pageOf(api: string, { head = '', attributes = '', cardOf }: SiteOptions): string {
  return `<!doctype html><title>A page</title>${head}
    <script async src="${api}/widgets/v1/wee5.js" data-community="biz_demo" ${attributes}></script>
    <wee5-rank-card ${cardOf ? `user="${cardOf}"` : ''}></wee5-rank-card><wee5-reward-list></wee5-reward-list>`;
}

function sendJson(response: ServerResponse, body: object): void {
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));
}

function sendScript(response: ServerResponse, code: string): void {
  response.setHeader('Content-Type', 'text/javascript').end(code);
}

function startStream(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  response.write('event: hello\ndata: {"version":1}\n\n');
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
