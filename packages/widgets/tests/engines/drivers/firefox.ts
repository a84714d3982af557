import puppeteer from 'puppeteer-core';
import type { Engine } from './engine.ts';
import { findProgram } from './find-program.ts';
import { withPuppeteer } from './puppeteer-tab.ts';

const find = () =>
  process.env['FIREFOX_PATH'] ??
  findProgram('firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox');

/** What the system's settings would say. */
const calm = { 'ui.systemUsesDarkTheme': 1, 'ui.prefersReducedMotion': 1 };

/** Firefox itself, over WebDriver BiDi. */
export const firefox: Engine = {
  name: 'Firefox',
  missing: () =>
    find() ? undefined : 'Firefox is not installed (apt-get install firefox-esr, or name it in FIREFOX_PATH)',
  async launch(taste) {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: find()!,
      headless: true,
      extraPrefsFirefox: taste === 'calm' ? calm : {},
    });
    return withPuppeteer(browser);
  },
};
