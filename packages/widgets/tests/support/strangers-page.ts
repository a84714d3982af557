import type { Browser, Page } from 'puppeteer-core';
import { onTestFinished } from 'vitest';
import { ScriptedApi, serve, stop } from './scripted-api.ts';

/** The three main widgets, each of a member where it has one. */
export const widgets = ['rank-card', 'leaderboard', 'reward-list']
  .map((name) => `<wee5-${name} user="user_maya"></wee5-${name}>`)
  .join('');

export interface PageOptions {
  /** What stands before `<html>`; the empty string is quirks mode. */
  doctype?: string;
  /** In every text `API` stands for where the script and the API are. */
  head?: string;
  body?: string;
  /** The script tags; one that is `async` unless given. */
  tags?: string;
  policy?: string;
  type?: string;
  /** Runs before anything of the page. */
  before?: string;
  /** Other documents of the page's own origin, by path. */
  more?: Record<string, string>;
}

export const scriptTag = '<script async src="API/widgets/v1/wee5.js" data-community="biz_demo"></script>';

/** A page of somebody's own, and the script and the API at another origin. */
export class StrangersPage {
  readonly api: ScriptedApi;
  readonly page: Page;
  readonly url: string;
  /** What went wrong in the page and was not caught, and what its console says. */
  readonly errors: string[] = [];
  readonly warnings: string[] = [];

  static async open(browser: Browser, options: PageOptions = {}): Promise<StrangersPage> {
    const api = await ScriptedApi.start();
    return StrangersPage.openAt(browser, api, options);
  }

  /** With an API that is there already, and perhaps says other things. */
  static async openAt(browser: Browser, api: ScriptedApi, options: PageOptions): Promise<StrangersPage> {
    const { server, url } = await serve((request, response) => {
      const fill = (text: string): string => text.replaceAll('API', api.url);
      const path = request.url ?? '/';
      if (options.policy) response.setHeader('Content-Security-Policy', fill(options.policy));
      response.setHeader('Content-Type', path === '/' ? (options.type ?? 'text/html') : 'text/html');
      const text = path === '/' ? documentOf(options) : options.more?.[path];
      if (text === undefined) response.writeHead(404);
      response.end(fill(text ?? ''));
    });
    onTestFinished(() => stop(server));
    const site = new StrangersPage(api, await browser.newPage(), url);
    if (options.before) await site.page.evaluateOnNewDocument(options.before);
    await site.page.goto(url, { waitUntil: 'domcontentloaded' });
    return site;
  }

  private constructor(api: ScriptedApi, page: Page, url: string) {
    this.api = api;
    this.page = page;
    this.url = url;
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (message) => this.warnings.push(message.text()));
    onTestFinished(() => page.close());
  }

  evaluate<Result = unknown>(expression: string): Promise<Result> {
    return this.page.evaluate(expression) as Promise<Result>;
  }

  /** What a reader of a widget sees. */
  textOf(selector: string): Promise<string> {
    return this.evaluate(`document.querySelector('${selector}')?.shadowRoot?.textContent ?? ''`);
  }

  /** Until every widget in the page itself is live. */
  async live(): Promise<void> {
    await this.page.waitForFunction(
      `(() => {
        const widgets = [...document.querySelectorAll('wee5-rank-card, wee5-leaderboard, wee5-reward-list')];
        return widgets.length > 0 && widgets.every((it) => it.shadowRoot?.textContent.includes('Live'));
      })()`,
      { timeout: 10_000 },
    );
  }
}

function documentOf(options: PageOptions): string {
  const { doctype = '<!doctype html>', head = '', body = widgets, tags } = options;
  return `${doctype}<html lang="en" xmlns="http://www.w3.org/1999/xhtml"><head><title>A page</title>${head}${tags ?? scriptTag}</head><body>${body}</body></html>`;
}
