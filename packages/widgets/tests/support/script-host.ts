import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'puppeteer-core';
import { onTestFinished } from 'vitest';
import type { Script } from '../../build/bundle.ts';

interface HostOptions {
  /** Of the page; `HOST` stands for where the script comes from. */
  policy?: string;
  head?: string;
  /** The script tags; `HOST` and `HASHED` stand for addresses. */
  tags?: string;
}

/** Somebody's page, and the files of a script tag at another origin. */
export class ScriptHost {
  /** Answers by file name, instead of the file: another body, or a failure. */
  readonly instead = new Map<string, string | number>();
  readonly asked: string[] = [];
  readonly complaints: string[] = [];
  readonly page: Page;

  static async open(browser: Browser, script: Script, options: HostOptions = {}): Promise<ScriptHost> {
    const site = new ScriptHost(await browser.newPage());
    const host = await serve((request, response) => {
      const path = new URL(request.url ?? '', 'http://host').pathname;
      const file = path.split('/').at(-1)!;
      site.asked.push(request.url ?? '');
      const answer = site.instead.get(file) ?? findFile(script, file);
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Content-Type', 'text/javascript');
      if (typeof answer !== 'string') return response.writeHead(answer).end();
      response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      response.end(answer);
    });
    const fill = (text: string) => text.replaceAll('HOST', host).replaceAll('HASHED', script.name);
    const page = await serve((_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      if (options.policy) response.setHeader('Content-Security-Policy', fill(options.policy));
      const tags = options.tags ?? '<script async src="HOST/widgets/v1/wee5.js"></script>';
      response.end(fill(`<!doctype html><title>A page</title>${options.head ?? ''}${tags}`));
    });
    await site.page.goto(page);
    return site;
  }

  private constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => this.complaints.push(message.text()));
    onTestFinished(() => page.close());
  }

  /** What an expression is in the page, once it is there. */
  evaluate(expression: string): Promise<unknown> {
    return this.page.evaluate(expression);
  }
}

function findFile(script: Script, file: string): string | number {
  if (file === 'wee5.js') return script.code;
  return [script, ...script.parts].find(({ name }) => name === file)?.code ?? 404;
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
