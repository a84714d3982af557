import { mkdtemp, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemo, type Demo } from '../../../../api/dev/start-demo.ts';
import { serve, stop } from '../support/scripted-api.ts';
import { pageNotes } from './page-notes.ts';

export interface SitePage {
  /** Of `<html>`; English unless given. */
  attributes?: string;
  head?: string;
  body?: string;
  policy?: string;
  /** What the policy names the page's own scripts by. */
  nonce?: string | undefined;
}

type Answers = Map<string, (response: ServerResponse) => void>;

const community = '/api/v1/communities/biz_demo';

/** The real API with the demo community, which keeps quiet, and pages of somebody at another origin. */
export class EngineSite {
  readonly api: string;
  readonly url: string;
  /** What the pages' own origin answers, by path. */
  readonly #answers: Answers;
  readonly #stop: () => Promise<void>;

  static async open(): Promise<EngineSite> {
    const directory = await mkdtemp(join(tmpdir(), 'wee5-engines-'));
    const demo = await startDemo({ environment: { PORT: '0', WEE5_DATA_DIR: directory }, print: () => {} });
    await addReward(demo);
    const answers: Answers = new Map();
    const { server, url } = await serve((request, response) => {
      const answer = answers.get(request.url ?? '');
      if (answer) answer(response);
      else response.writeHead(404).end();
    });
    return new EngineSite({ demo, url, answers }, async () => {
      stop(server);
      await demo.stop();
      await rm(directory, { recursive: true });
    });
  }

  private constructor(
    { demo, url, answers }: { demo: Demo; url: string; answers: Answers },
    end: () => Promise<void>,
  ) {
    this.api = demo.url;
    this.url = url;
    this.#answers = answers;
    this.#stop = end;
    this.addFile('/notes.js', pageNotes);
    this.addFile('/favicon.ico', '');
  }

  /** @returns the address of a page whose notes begin before anything else of it; `API` in a text is where Wee5 is. */
  addPage(
    path: string,
    { attributes = 'lang="en"', head = '', body = '', policy, nonce = '' }: SitePage,
  ): string {
    const text = `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>A page</title>
      <script nonce="${nonce}" src="/notes.js"></script>${head}</head><body>${body}</body></html>`;
    const headers = {
      'Content-Type': 'text/html',
      ...(policy && { 'Content-Security-Policy': this.#fill(policy) }),
    };
    return this.#add(path, headers, text);
  }

  addFile(path: string, text: string | Uint8Array): string {
    return this.#add(path, { 'Content-Type': 'text/javascript', 'Access-Control-Allow-Origin': '*' }, text);
  }

  /** @param answer gives the text anew for each request */
  addChanging(path: string, answer: () => string): string {
    this.#answers.set(path, (response) => {
      response.setHeader('Content-Type', 'text/javascript');
      response.setHeader('Cache-Control', 'no-store');
      response.setHeader('Access-Control-Allow-Origin', '*').end(answer());
    });
    return `${this.url}${path}`;
  }

  #add(path: string, headers: Record<string, string>, text: string | Uint8Array): string {
    const filled = typeof text === 'string' ? this.#fill(text) : text;
    this.#answers.set(path, (response) => response.writeHead(200, headers).end(filled));
    return `${this.url}${path}`;
  }

  #fill(text: string): string {
    return text.replaceAll('API', this.api);
  }

  /** What the demo page's buttons do. */
  async act(action: 'chat' | 'level-up', memberId: string): Promise<void> {
    await this.#post('/demo/actions', { action, memberId });
  }

  /** A member's token, as a page's own server gets it. */
  async token(memberId: string): Promise<string> {
    const asked = await fetch(`${this.api}/demo/user-token?memberId=${memberId}`);
    const { token: userToken } = (await asked.json()) as { token: string };
    const headers = { 'X-Whop-User-Token': userToken };
    const response = await this.#post('/api/v1/sessions', { communityId: 'biz_demo' }, headers);
    return ((await response.json()) as { token: string }).token;
  }

  /** What the API says of a member. */
  async xpOf(memberId: string): Promise<number> {
    const response = await fetch(`${this.api}${community}/members/${memberId}`);
    return ((await response.json()) as { xp: number }).xp;
  }

  stop(): Promise<void> {
    return this.#stop();
  }

  async #post(path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
    const response = await fetch(`${this.api}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response;
  }
}

/** Something to claim that gives a code; the demo has none. */
async function addReward({ context }: Demo): Promise<void> {
  const metadata = { code: 'WINTER-4711', instructions: 'Enter it', url: 'https://cal.example.com/' };
  const wanted = {
    communityId: 'biz_demo',
    levelRequirement: 1,
    type: 'custom' as const,
    name: 'Strategy call',
  };
  await context.functions.createReward({ ...wanted, metadata });
}
