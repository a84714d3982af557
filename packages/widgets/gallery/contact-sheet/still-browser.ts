import puppeteer, { type Browser } from 'puppeteer-core';
import { chromiumArguments, findChromium, shippedChromium } from '../../testing/chromium.ts';

/** A browser that draws the same everywhere, as far as its build lets it. */
export interface StillBrowser {
  browser: Browser;
  /** Which build on which kind of machine: pictures of another one are not compared. */
  build: string;
}

const sameEverywhere = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  // What is drawn over a part of an older picture has other edges than what is drawn as a whole.
  '--disable-partial-raster',
  '--lang=en-US',
  // Nobody but the gallery at its own address.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Opens the Chromium that npm ships, where there is one for this system; else what tests run in. */
export async function openStillBrowser(): Promise<StillBrowser> {
  const browser = await puppeteer.launch({
    executablePath: await (process.platform === 'linux' ? shippedChromium() : findChromium()),
    args: [...chromiumArguments, ...sameEverywhere],
    headless: 'shell',
    env: { ...process.env, TZ: 'UTC' },
  });
  return { browser, build: `${await browser.version()} on ${process.platform} ${process.arch}` };
}
