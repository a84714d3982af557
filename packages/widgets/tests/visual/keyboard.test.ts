import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStillBrowser, type StillBrowser } from '../../gallery/contact-sheet/still-browser.ts';
import { openStill, widgetsIn } from '../../gallery/contact-sheet/still-page.ts';
import { openGallery } from '../../gallery/gallery-server.ts';
import type { FocusStop } from '../../testing/keyboard-walk.ts';

let still: StillBrowser;
let gallery: Awaited<ReturnType<typeof openGallery>>;
let page: Page;

beforeAll(async () => {
  [still, gallery] = await Promise.all([openStillBrowser(), openGallery()]);
  page = await still.browser.newPage();
  await page.exposeFunction('press', press);
}, 120_000);
afterAll(async () => {
  gallery.close();
  await still.browser.close();
});

it(
  'Tab leads through every state and out of it, both ways, and each stop can be seen',
  { timeout: 180_000 },
  async () => {
    const problems: string[] = [];
    const stops: FocusStop[] = [];
    for (const widget of await widgetsIn(page, gallery.url)) {
      await openStill(page, gallery.url, { query: { widget }, width: 1_600 });
      for (const walked of await walkAll()) {
        if ('problem' in walked) problems.push(`${widget}: ${walked.problem}`);
        else stops.push(...walked.stops);
      }
    }
    expect(problems).toEqual([]);
    expect(stops.map(({ name }) => name)).toContain('button “Try again”');
  },
);

it('a trap, and a stop that nobody sees, are found', async () => {
  await openStill(page, gallery.url, { query: { widget: 'none' }, width: 800 });
  await page.evaluate(`document.querySelector('main').innerHTML = ${JSON.stringify(unkind)}`);
  const problems = (await walkAll()).map((walked) => ('problem' in walked ? walked.problem : ''));
  expect(problems[0]).toContain('keeps the focus');
  expect(problems[1]).toContain('it has no outline');
});

async function press(key: 'Tab' | 'Shift+Tab'): Promise<void> {
  if (key === 'Tab') return page.keyboard.press('Tab');
  await page.keyboard.down('Shift');
  await page.keyboard.press('Tab');
  await page.keyboard.up('Shift');
}

type Walked = { problem: string } | { stops: FocusStop[] };

function walkAll(): Promise<Walked[]> {
  return page.evaluate(`(async () => {
    (await gallery.still).thaw();
    const walked = [];
    for (const figure of document.querySelectorAll('figure')) {
      const walk = gallery.walk(figure.lastElementChild, press);
      walked.push(await walk.then((stops) => ({ stops }), ({ message }) => ({ problem: figure.dataset.state + ': ' + message })));
    }
    return walked;
  })()`) as Promise<Walked[]>;
}

const unkind = `
  <figure data-state="trap"><div onkeydown="event.preventDefault()"><button style="outline: 2px solid red">A</button></div></figure>
  <figure data-state="unseen"><div><button style="outline: none">B</button></div></figure>`;
