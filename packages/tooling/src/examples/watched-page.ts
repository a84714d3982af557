import type { Browser, Frame, Page } from 'puppeteer-core';

/** A page of an example, and what its console had to complain about. */
export interface WatchedPage {
  page: Page;
  complaints: string[];
}

/**
 * Opens a page with cookies of its own and notes exceptions, failed loads, and what the page's policy forbade.
 * `globalThis.layoutShift` in the page says how far anything moved.
 */
export async function watchPage(browser: Browser, url: string): Promise<WatchedPage> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // Vite serves the development build of Lit, which says so.
    const isWrong = /error|warn/.test(message.type()) && !message.text().startsWith('Lit is in dev mode');
    if (isWrong) complaints.push(`${message.text()} ${message.location().url ?? ''}`);
  });
  await page.evaluateOnNewDocument(addUpShifts);
  await page.goto(url);
  return { page, complaints };
}

const addUpShifts = `globalThis.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) globalThis.layoutShift += value;
  }).observe({ type: 'layout-shift', buffered: true });`;

/** What a reader sees of an element, inside of its shadow root too; empty where it is not there. */
export function wordsOf(view: Page | Frame, selector: string): Promise<string> {
  const inside = `(node) => [...node.childNodes].map((child) => child.nodeType === 3 ? child.data
    : child.localName === 'style' || child.hidden ? '' : inside(child.shadowRoot ?? child)).join(' ')`;
  return view.evaluate(
    `(() => { const inside = ${inside}; const found = document.querySelector('${selector}');
      return found ? inside(found.shadowRoot ?? found).replace(/\\s+/g, ' ').trim() : ''; })()`,
  ) as Promise<string>;
}
