import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'puppeteer-core';
import { onTestFinished, vi } from 'vitest';
import { bundle } from '../../build/bundle.ts';
import { stylesheet } from '../../build/stylesheet.ts';
import { board, card, community, rewards } from '../../testing/samples.ts';

const built = await bundle();

/** What each widget says once its data is there. */
const shown = {
  'wee5-rank-card': 'Maya Chen',
  'wee5-leaderboard': '1,204 members',
  'wee5-reward-list': 'Inner circle',
};

/** A page whose script and whose API answer when the test says so. */
export class SlowSite {
  readonly page: Page;
  /** The addresses that the page has asked for, in their order. */
  readonly asked: string[] = [];
  readonly #waiting: { path: string; response: ServerResponse }[] = [];

  static async open(browser: Browser, head: string, body: string): Promise<SlowSite> {
    const site = new SlowSite(await browser.newPage());
    const server = createServer(({ url = '' }, response) => {
      if (url === '/wee5.css') return void response.setHeader('Content-Type', 'text/css').end(stylesheet());
      if (url !== '/') {
        site.asked.push(url);
        return void site.#waiting.push({ path: url, response });
      }
      response.setHeader('Content-Type', 'text/html');
      response.end(`<!doctype html><title>A page</title><style>body { margin: 0 }</style>${head}
        <script async src="/wee5.js" data-community="biz_demo"></script>${body}<p>What stands below.</p>`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(async () => {
      await site.page.close();
      server.close();
      server.closeAllConnections();
    });
    await site.page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
      waitUntil: 'domcontentloaded',
    });
    await site.page.waitForFunction(`[...document.querySelectorAll('link')].every(({ sheet }) => sheet)`);
    return site;
  }

  private constructor(page: Page) {
    this.page = page;
  }

  /** Answers everything that the three widgets need, one after the other, until they show it. */
  async load(): Promise<void> {
    await this.answerScript();
    for (const path of ['/members/', '/leaderboard', '/rewards']) {
      await this.frames();
      await this.answer(path);
    }
    await this.answer('/communities/biz_demo');
    await this.page.waitForFunction(
      `Object.entries(${JSON.stringify(shown)}).every(([tag, words]) =>
        document.querySelector(tag).shadowRoot.textContent.includes(words))`,
    );
  }

  async answerScript(): Promise<void> {
    await this.frames();
    await this.answer('/wee5.js');
    await this.page.waitForFunction(`document.querySelector(':is(${Object.keys(shown).join()}):defined')`);
    await this.frames();
  }

  /** Answers all requests of this kind, as soon as there is one. */
  async answer(path: string): Promise<void> {
    await vi.waitFor(() => {
      if (!this.#waiting.some((it) => it.path.includes(path))) throw new Error(`Nobody asks for ${path}`);
    });
    for (const { path: asked, response } of this.#waiting.splice(0)) {
      if (asked.includes(path)) send(response, asked);
      else this.#waiting.push({ path: asked, response });
    }
  }

  /** What was painted has to be painted before it can move. */
  frames(): Promise<unknown> {
    return this.page.evaluate(
      `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))`,
    );
  }

  /** The layout shifts so far: their sum, and what of the page itself moved. A widget's own inside has no name here. */
  async shifts(): Promise<{ sum: number; moved: string[] }> {
    await this.frames();
    return (await this.page.evaluate(`(() => {
      const observer = new PerformanceObserver(() => {});
      observer.observe({ type: 'layout-shift', buffered: true });
      const shifts = observer.takeRecords();
      const moved = shifts.flatMap(({ sources }) => sources.flatMap(({ node }) => node?.textContent ?? []));
      return { sum: shifts.reduce((sum, { value }) => sum + value, 0), moved };
    })()`)) as { sum: number; moved: string[] };
  }

  heights(): Promise<number[]> {
    return this.page.evaluate(
      `[...document.querySelectorAll('${Object.keys(shown).join()}')].map((it) => it.offsetHeight)`,
    ) as Promise<number[]>;
  }
}

function send(response: ServerResponse, path: string): void {
  const script = [{ ...built, name: 'wee5.js' }, ...built.parts].find(({ name }) => path === `/${name}`);
  if (script) return void response.setHeader('Content-Type', 'text/javascript').end(script.code);
  const body = path.includes('/leaderboard')
    ? board()
    : path.includes('/members/')
      ? card()
      : path.includes('/rewards')
        ? rewards()
        : community();
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));
}
