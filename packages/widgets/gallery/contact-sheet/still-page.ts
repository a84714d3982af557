import type { CDPSession, Page } from 'puppeteer-core';

/** How the gallery is opened. */
export interface StillOptions {
  query: Record<string, string>;
  /** Of the window, in CSS pixels. */
  width: number;
  /** What the system prefers, such as `{ 'forced-colors': 'active' }`. */
  media?: Record<string, string> | undefined;
}

/** Opens the gallery and waits until all of it stands still. */
export async function openStill(page: Page, gallery: string, options: StillOptions): Promise<void> {
  const { query, width, media = {} } = options;
  // So high that an image far down is no reason to load it later.
  await page.setViewport({ width, height: 4_000, deviceScaleFactor: 1 });
  await prefer(page, media);
  await page.goto(`${gallery}?${new URLSearchParams({ still: '', ...query })}`, {
    waitUntil: 'domcontentloaded',
  });
  await page.waitForFunction('globalThis.gallery?.still');
  await page.evaluate('gallery.still.then(() => undefined)');
}

// What is emulated ends with the connection that asked for it.
const connections = new WeakMap<Page, CDPSession>();

async function prefer(page: Page, media: Record<string, string>): Promise<void> {
  const devtools = connections.get(page) ?? (await page.createCDPSession());
  connections.set(page, devtools);
  const features = Object.entries(media).map(([name, value]) => ({ name, value }));
  await devtools.send('Emulation.setEmulatedMedia', { features });
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
