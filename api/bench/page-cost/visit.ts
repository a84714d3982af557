import type { Browser, CDPSession, HTTPRequest, Page } from 'puppeteer-core';
import { traceTasks } from './main-thread.ts';

export interface VisitOptions {
  /** The processor is this many times slower; 1 if not given. */
  slowdown?: number;
  /** How long a request waits before it goes out, in milliseconds. */
  delayOf?: (url: string) => number;
  width?: number;
  /** Whether to write down the main thread's tasks. */
  traced?: boolean;
}

/** What a visit of a page cost, until a second after all of its widgets had their data. */
export interface Visit {
  /** The sum of all layout shifts. */
  layoutShift: number;
  /** Durations of the main thread's long tasks, in milliseconds of the wall's clock, whatever else the machine does. */
  longTasks: number[];
  /** What each of its tasks worked, in milliseconds of its own clock, where they are traced. */
  tasks: number[];
  /** What shifted, from where to where: `p 8,236 → 8,420`. */
  shifted: string[];
  /**
   * What the main thread worked, in milliseconds of its own clock: other programs of the machine do not count, but a
   * slowdown does, which Chromium makes by keeping that very thread busy.
   */
  mainThreadMs: number;
  /** What was loaded until the widgets had rendered. */
  loaded: { url: string; bytes: number }[];
}

/** Opens a page in a browser context of its own: nothing is in a cache. */
export async function visit(browser: Browser, url: string, options: VisitOptions = {}): Promise<Visit> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    const devtools = await prepare(page, options);
    const tasks = options.traced ? await traceTasks(page) : undefined;
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForFunction('rendered()', { polling: 'raf', timeout: 30_000 });
    await page.evaluate(aSecondLater);
    const { metrics } = await devtools.send('Performance.getMetrics');
    const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
    const seen = (await page.evaluate('visited()')) as Visit;
    return { ...seen, mainThreadMs: seconds * 1000, tasks: (await tasks?.()) ?? [] };
  } finally {
    await context.close();
  }
}

async function prepare(
  page: Page,
  { slowdown = 1, delayOf, width = 480 }: VisitOptions,
): Promise<CDPSession> {
  await page.setViewport({ width, height: 1_600 });
  const devtools = await page.createCDPSession();
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.evaluateOnNewDocument(observe);
  if (delayOf) {
    await page.setRequestInterception(true);
    page.on('request', (request) => hold(request, delayOf(request.url())));
  }
  return devtools;
}

function hold(request: HTTPRequest, milliseconds: number): void {
  setTimeout(() => void request.continue().catch(() => {}), milliseconds);
}

const aSecondLater = 'new Promise((done) => setTimeout(done, 1000))';

/** Runs in the page before anything of its own. */
const observe = `{
  const shifts = [], tasks = [];
  let renderedAt;
  new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });
  const widgets = () => [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('wee5-'));
  globalThis.rendered = () => {
    const all = widgets().every(({ shadowRoot }) => shadowRoot && !shadowRoot.querySelector('[aria-busy=true]'));
    if (all) renderedAt ??= performance.now();
    return all;
  };
  // From the first frame on: whoever asks only after the page's load event would count what came after the data, too.
  const look = () => document.readyState !== 'loading' && rendered() || requestAnimationFrame(look);
  look();
  globalThis.visited = () => ({
    layoutShift: shifts.reduce((sum, { value }) => sum + value, 0),
    shifted: shifts.flatMap(({ sources }) => sources.map(({ node, previousRect: from, currentRect: to }) =>
      (node?.part?.value || node?.localName || 'something inside of a widget') +
        ' ' + from.x + ',' + from.y + ' → ' + to.x + ',' + to.y)),
    longTasks: tasks.map(({ duration }) => duration),
    loaded: performance.getEntriesByType('resource')
      .filter(({ responseEnd }) => responseEnd && responseEnd <= renderedAt)
      .map(({ name, encodedBodySize }) => ({ url: name, bytes: encodedBodySize })),
  });
}`;
