import type { Page } from 'puppeteer-core';

/** Opens the gallery in a window of this width and waits until all of it stands still. */
export async function openStill(
  page: Page,
  gallery: string,
  { query, width }: { query: Record<string, string>; width: number },
): Promise<void> {
  // So high that an image far down is no reason to load it later.
  await page.setViewport({ width, height: 4_000, deviceScaleFactor: 1 });
  await page.goto(`${gallery}?${new URLSearchParams({ still: '', ...query })}`, {
    waitUntil: 'domcontentloaded',
  });
  await page.waitForFunction('globalThis.gallery?.still');
  await page.evaluate('gallery.still.then(() => undefined)');
}

/** The whole page as a PNG. */
export async function screenshot(page: Page): Promise<Uint8Array> {
  const { width, height } = (await page.evaluate(
    '({ width: innerWidth, height: Math.ceil(document.body.getBoundingClientRect().height) })',
  )) as { width: number; height: number };
  await page.setViewport({ width, height, deviceScaleFactor: 1 });
  // Not by puppeteer's own method, which takes one picture at a time in the whole browser.
  const devtools = await page.createCDPSession();
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
  await devtools.detach();
  return Buffer.from(data, 'base64');
}

/** The gallery knows its widgets; nobody else keeps a list. */
export async function widgetsIn(page: Page, gallery: string): Promise<string[]> {
  await page.goto(`${gallery}?widget=none`);
  return (await page.evaluate('Object.keys(gallery.states)')) as string[];
}
