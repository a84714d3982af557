import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { bundle } from '../build/bundle.ts';
import { stylesheet } from '../build/stylesheet.ts';
import { heightAtAnyWidth, reservedSizes, type ReservedTag } from '../src/embed/reserved-sizes.ts';
import { chromiumArguments, findChromium } from '../testing/chromium.ts';
import { board, card, community, rewards } from '../testing/samples.ts';

const widths = [240, 299, 300, 359, 360, 399, 400, 480, 639, 640, 900];
const tags = Object.keys(reservedSizes) as ReservedTag[];

/** Words of a card that are a few pixels longer than those that held their place: 0.0002 at most. */
const insideWidgets = 0.0005;

let code: string;
let browser: Browser;

beforeAll(async () => {
  ({ code } = await bundle());
  const executablePath = await findChromium();
  browser = await puppeteer.launch({ executablePath, args: chromiumArguments, headless: 'shell' });
}, 120_000);
afterAll(() => browser.close());

/** A page whose script and whose API answer when the test says so. */
class SlowSite {
  readonly page: Page;
  readonly #waiting: { path: string; response: ServerResponse }[] = [];

  static async open(head: string, body: string): Promise<SlowSite> {
    const site = new SlowSite(await browser.newPage());
    const server = createServer(({ url = '' }, response) => {
      if (url === '/wee5.css') return void response.setHeader('Content-Type', 'text/css').end(stylesheet());
      if (url !== '/') return void site.#waiting.push({ path: url, response });
      response.setHeader('Content-Type', 'text/html');
      response.end(`<!doctype html><title>A page</title><style>body { margin: 0 }</style>${head}
        <script async src="/wee5.js" data-community="biz_demo"></script>${body}<p>What stands below.</p>`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(async () => {
      await site.page.close();
      server.close();
      server.closeAllConnections();
    });
    await site.page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
      waitUntil: 'domcontentloaded',
    });
    await site.page.waitForFunction(`[...document.querySelectorAll('link')].every(({ sheet }) => sheet)`);
    return site;
  }

  private constructor(page: Page) {
    this.page = page;
  }

  async answer(path: string): Promise<void> {
    await expect.poll(() => this.#waiting.some((it) => it.path.includes(path))).toBe(true);
    for (const { path: asked, response } of this.#waiting.splice(0)) {
      if (asked.includes(path)) send(response, asked);
      else this.#waiting.push({ path: asked, response });
    }
  }

  /** What was painted has to be painted before it can move. */
  frames(): Promise<unknown> {
    return this.page.evaluate(
      `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))`,
    );
  }

  /** The layout shifts so far: their sum, and what of the page itself moved. A widget's own inside has no name here. */
  async shifts(): Promise<{ sum: number; moved: string[] }> {
    await this.frames();
    return (await this.page.evaluate(`(() => {
      const observer = new PerformanceObserver(() => {});
      observer.observe({ type: 'layout-shift', buffered: true });
      const shifts = observer.takeRecords();
      const moved = shifts.flatMap(({ sources }) => sources.flatMap(({ node }) => node?.textContent ?? []));
      return { sum: shifts.reduce((sum, { value }) => sum + value, 0), moved };
    })()`)) as { sum: number; moved: string[] };
  }

  heights(): Promise<number[]> {
    return this.page.evaluate(
      `[...document.querySelectorAll('${tags.join()}')].map((it) => it.offsetHeight)`,
    ) as Promise<number[]>;
  }
}

function send(response: ServerResponse, path: string): void {
  if (path === '/wee5.js') return void response.setHeader('Content-Type', 'text/javascript').end(code);
  const body = path.includes('/leaderboard')
    ? board()
    : path.includes('/members/')
      ? card()
      : path.includes('/rewards')
        ? rewards()
        : community();
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));
}

/** The three widgets, with a style of each if wanted, in a column of this width. */
function widgets(width: number, styleOf: (tag: ReservedTag) => string = () => ''): string {
  const elements = tags.map((tag) => `<${tag} user="user_maya" ${styleOf(tag)}></${tag}>`);
  return `<div style="inline-size: ${width}px">${elements.join('')}</div>`;
}

const inline = (tag: ReservedTag): string => `style="display:block;min-height:${heightAtAnyWidth(tag)}px"`;
const link = '<link rel="stylesheet" href="/wee5.css">';

async function load(site: SlowSite): Promise<void> {
  await site.frames();
  await site.answer('/wee5.js');
  await site.page.waitForFunction(`document.querySelector('wee5-rank-card:defined')`);
  for (const path of ['/members/', '/leaderboard', '/rewards']) {
    await site.frames();
    await site.answer(path);
  }
  await site.answer('/communities/biz_demo');
  await site.page.waitForFunction(
    `['Maya Chen', '1,204 members', 'Inner circle'].every((words, index) =>
      document.querySelectorAll('${tags.join()}')[index].shadowRoot.textContent.includes(words))`,
  );
}

describe.each([240, 480, 900])('at %d px, with a late script and a slow API,', (width) => {
  it.each([
    ['a style of each element', '', inline],
    ['wee5.css', link, undefined],
  ])('nothing moves in a page with %s', async (_name, head, styleOf) => {
    const site = await SlowSite.open(head, widgets(width, styleOf));
    await load(site);
    const { sum, moved } = await site.shifts();
    expect(moved).toEqual([]);
    expect(sum).toBeLessThan(insideWidgets);
  });
});

it('sees what moves where nothing is reserved', async () => {
  const site = await SlowSite.open('', widgets(480));
  await load(site);
  const { sum, moved } = await site.shifts();
  expect(moved).toContain('What stands below.');
  expect(sum).toBeGreaterThan(100 * insideWidgets);
});

describe.each(widths)('at %d px', (width) => {
  it('wee5.css reserves what the widgets take while they load, and styles no less', async () => {
    const site = await SlowSite.open(link, widgets(width));
    const reserved = await site.heights();
    await site.answer('/wee5.js');
    await site.page.waitForFunction(`document.querySelector('wee5-reward-list')?.shadowRoot?.children.length`);
    await site.frames();
    expect(await site.heights()).toEqual(reserved);
    for (const [index, tag] of tags.entries()) {
      expect(heightAtAnyWidth(tag)).toBeGreaterThanOrEqual(reserved[index]!);
    }
  });
});

it('wee5.css knows the rows of a loading board by its limit, and their height by the page’s own', async () => {
  const style = '<style>wee5-leaderboard { --wee5-row-height: 36px }</style>';
  const boards = [1, 3, 5, 9, 10, 25].map((it) => `<wee5-leaderboard limit="${it}"></wee5-leaderboard>`);
  const site = await SlowSite.open(link + style, boards.join(''));
  const reserved = await site.heights();
  await site.answer('/wee5.js');
  await site.page.waitForFunction(`document.querySelector('wee5-leaderboard')?.shadowRoot?.children.length`);
  await site.frames();
  expect(await site.heights()).toEqual(reserved);
});
