import type { AddressInfo } from 'node:net';
import { launch, type Page } from 'puppeteer-core';
import { chromiumArguments, findChromium } from '../../../widgets/testing/chromium.ts';
import { buildSite, type Site } from '../../src/build-site.ts';
import { serveSite } from '../../src/serve-site.ts';

export interface OpenSite {
  /** The paths of all pages. */
  pages: string[];
  url: string;
  /** A new tab, and what goes wrong in it. */
  open(): Promise<{ page: Page; problems: string[] }>;
  close(): Promise<void>;
}

/** The whole site in a browser, under a path of its own as on GitHub Pages. */
export async function openSite(): Promise<OpenSite> {
  const [site, executablePath] = await Promise.all([buildSite(), findChromium()]);
  const server = serveSite(() => site, '/wee5/');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await launch({ executablePath, headless: 'shell', args: chromiumArguments });
  return {
    pages: pagesOf(site),
    url: `${origin}/wee5/`,
    open: async () => {
      const page = await browser.newPage();
      return { page, problems: listen(page, origin) };
    },
    close: async () => {
      await browser.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

export function pagesOf(site: Site): string[] {
  return [...site.keys()].filter((path) => path.endsWith('.html'));
}

function listen(page: Page, origin: string): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on(
    'request',
    (request) => request.url().startsWith(origin) || problems.push(`asks for ${request.url()}`),
  );
  page.on(
    'response',
    (response) => response.status() >= 400 && problems.push(`${response.status()} for ${response.url()}`),
  );
  return problems;
}
