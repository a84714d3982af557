import puppeteer from 'puppeteer-core';
import { chromiumArguments, findChromium } from '../../../testing/chromium.ts';
import type { Engine } from './engine.ts';
import { withPuppeteer } from './puppeteer-tab.ts';

const calm = [
  '--force-prefers-reduced-motion',
  '--force-dark-mode',
  '--blink-settings=preferredColorScheme=0',
];

/** The engine that all other tests run in; here it shows what the others are measured by. */
export const chromium: Engine = {
  name: 'Chromium',
  missing: () => undefined,
  async launch(taste) {
    const executablePath = await findChromium();
    const args = [...chromiumArguments, ...(taste === 'calm' ? calm : [])];
    return withPuppeteer(await puppeteer.launch({ executablePath, args, headless: 'shell' }));
  },
};
