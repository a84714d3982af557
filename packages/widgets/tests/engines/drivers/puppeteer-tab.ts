import type { Browser, Page } from 'puppeteer-core';
import type { EngineBrowser, Key, Tab } from './engine.ts';

/** A browser that puppeteer drives. */
export async function withPuppeteer(browser: Browser): Promise<EngineBrowser> {
  const tab = new PuppeteerTab(await browser.newPage());
  return { version: await browser.version(), tab, close: () => browser.close() };
}

class PuppeteerTab implements Tab {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(url: string): Promise<void> {
    await this.#page.goto(url, { waitUntil: 'domcontentloaded' });
  }

  evaluate<T>(expression: string): Promise<T> {
    return this.#page.evaluate(expression) as Promise<T>;
  }

  press(key: Key): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  async back(): Promise<void> {
    // Puppeteer's own method waits for a load, and a page that was kept has none.
    await this.#page.evaluate('void setTimeout(() => history.back())');
  }
}
