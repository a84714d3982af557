import puppeteer, { type Page } from 'puppeteer-core';
import { chromiumArguments, findChromium } from '../../../widgets/testing/chromium.ts';

/** What the card of the samples says when it has loaded. */
const loaded = '5,210 / 5,775 XP';

/**
 * Opens a page in Chromium until its rank card has loaded, and lets `look` at it.
 * @returns what `look` gives
 * @throws an error where the card never loads, or with what the page's console complained about
 */
export async function lookAt<T>(address: string, look: (page: Page) => Promise<T>): Promise<T> {
  const browser = await puppeteer.launch({
    executablePath: await findChromium(),
    args: chromiumArguments,
    headless: 'shell',
  });
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (/error|warn/.test(message.type())) complaints.push(message.text());
    });
    await page.goto(address);
    const text = `document.querySelector('wee5-rank-card')?.shadowRoot?.textContent`;
    await page
      .waitForFunction(`${text}?.includes('${loaded}')`, { timeout: 20_000 })
      .catch((error: unknown) => {
        throw new Error(`The card never said ${loaded}. ${complaints.join('; ')}`, { cause: error });
      });
    const seen = await look(page);
    if (complaints.length > 0) throw new Error(`The console complains: ${complaints.join('; ')}`);
    return seen;
  } finally {
    await browser.close();
  }
}
