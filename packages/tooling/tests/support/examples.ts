import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { whopFrameArguments } from '../../../../api/tests/support/whop-frame.ts';
import { chromiumArguments, findChromium } from '../../../widgets/testing/chromium.ts';
import type { RunningExample } from '../../src/examples/example.ts';
import { examples } from '../../src/examples/examples.ts';
import { watchPage, wordsOf } from '../../src/examples/watched-page.ts';
import { openWee5 } from '../../src/examples/wee5.ts';
import { findFreePort } from '../../src/servers/free-port.ts';

/** One Wee5 with the demo community, which keeps quiet, and one Chromium, for all tests of a file. */
export class Demo {
  #wee5!: RunningExample;
  #browser!: Browser;

  constructor() {
    let directory: string;
    beforeAll(async () => {
      directory = await mkdtemp(join(tmpdir(), 'wee5-examples-'));
      const environment = { PORT: '0', WEE5_DATA_DIR: directory };
      this.#wee5 = await openWee5({ environment, print: () => {} });
      await this.act('stop');
      this.#browser = await puppeteer.launch({
        executablePath: await findChromium(),
        args: [...chromiumArguments, ...whopFrameArguments],
        headless: 'shell',
      });
    }, 120_000);
    afterAll(async () => {
      await this.#browser.close();
      await this.#wee5.stop();
      await rm(directory, { recursive: true });
    });
  }

  get url(): string {
    return this.#wee5.url;
  }

  get browser(): Browser {
    return this.#browser;
  }

  /** Starts an example on a free port, as the command does, until the test has finished. */
  async start(name: string): Promise<RunningExample> {
    const complain = (line: string): void => console.error(line);
    const context = { wee5: this.url, port: await findFreePort(), print: complain };
    const running = await examples[name]!.start(context);
    onTestFinished(() => running.stop());
    return running;
  }

  /** Opens a page that must have nothing to complain about when the test has finished. */
  async visit(url: string): Promise<Page> {
    const { page, complaints } = await watchPage(this.#browser, url);
    onTestFinished(async () => {
      if (complaints.length > 0) throw new Error(`The console complains: ${complaints.join('; ')}`);
      await page.browserContext().close();
    });
    return page;
  }

  /** What the demo page's buttons do. */
  async act(action: 'stop' | 'level-up', memberId?: string): Promise<void> {
    const response = await fetch(`${this.url}/demo/actions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ action, memberId }),
    });
    if (!response.ok) throw new Error(`The demo answered ${response.status}: ${await response.text()}`);
  }

  /** What Whop's frame would carry. */
  async signUserToken(memberId: string): Promise<string> {
    const response = await fetch(`${this.url}/demo/user-token?memberId=${memberId}`);
    return ((await response.json()) as { token: string }).token;
  }

  /** Lets a member reach a level while the page is open, and waits until their card says so. */
  async seeLevelUp(view: Page | Frame, memberId: string): Promise<void> {
    await waitFor(view, 'wee5-rank-card', 'Live');
    const [, level] = /Level (\d+)/.exec(await wordsOf(view, 'wee5-rank-card')) ?? [];
    await this.act('level-up', memberId);
    await waitFor(view, 'wee5-rank-card', `Level ${Number(level) + 1}`);
  }
}

/** Waits until a widget, or another element, says something. */
export function waitFor(view: Page | Frame, selector: string, words: string | RegExp): Promise<void> {
  return expect.poll(() => wordsOf(view, selector), { timeout: 15_000 }).toMatch(words);
}
