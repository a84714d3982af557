import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import { chromiumArguments, findChromium } from '../../testing/chromium.ts';

/** A browser for the tests of a file. */
export function openBrowser(options: LaunchOptions = {}): { readonly browser: Browser } {
  let browser: Browser;
  beforeAll(async () => {
    const executablePath = await findChromium();
    browser = await puppeteer.launch({
      executablePath,
      args: chromiumArguments,
      headless: 'shell',
      ...options,
    });
  }, 120_000);
  afterAll(() => browser.close());
  return {
    get browser() {
      return browser;
    },
  };
}
