import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { heightAtAnyWidth, reservedSizes, type ReservedTag } from '../src/embed/reserved-sizes.ts';
import { chromiumArguments, findChromium } from '../testing/chromium.ts';
import { SlowSite } from './support/slow-site.ts';

const widths = [240, 299, 300, 359, 360, 399, 400, 480, 639, 640, 900];
const tags = Object.keys(reservedSizes) as ReservedTag[];

/** Words of a card that are a few pixels longer than those that held their place: 0.0002 at most. */
const insideWidgets = 0.0005;

let browser: Browser;

beforeAll(async () => {
  const executablePath = await findChromium();
  browser = await puppeteer.launch({ executablePath, args: chromiumArguments, headless: 'shell' });
}, 120_000);
afterAll(() => browser.close());

/** The three widgets, with a style of each if wanted, in a column of this width. */
function widgets(width: number, styleOf: (tag: ReservedTag) => string = () => ''): string {
  const elements = tags.map((tag) => `<${tag} user="user_maya" ${styleOf(tag)}></${tag}>`);
  return `<div style="inline-size: ${width}px">${elements.join('')}</div>`;
}

const inline = (tag: ReservedTag): string => `style="display:block;min-height:${heightAtAnyWidth(tag)}px"`;
const link = '<link rel="stylesheet" href="/wee5.css">';

describe.each([240, 480, 900])('at %d px, with a late script and a slow API,', (width) => {
  it.each([
    ['a style of each element', '', inline],
    ['wee5.css', link, undefined],
  ])('nothing moves in a page with %s', async (_name, head, styleOf) => {
    const site = await SlowSite.open(browser, head, widgets(width, styleOf));
    await site.load();
    const { sum, moved } = await site.shifts();
    expect(moved).toEqual([]);
    expect(sum).toBeLessThan(insideWidgets);
  });
});

it('sees what moves where nothing is reserved', async () => {
  const site = await SlowSite.open(browser, '', widgets(480));
  await site.load();
  const { sum, moved } = await site.shifts();
  expect(moved).toContain('What stands below.');
  expect(sum).toBeGreaterThan(100 * insideWidgets);
});

describe.each(widths)('at %d px', (width) => {
  it('wee5.css reserves what the widgets take while they load, and styles no less', async () => {
    const site = await SlowSite.open(browser, link, widgets(width));
    const reserved = await site.heights();
    await site.answerScript();
    expect(await site.heights()).toEqual(reserved);
    for (const [index, tag] of tags.entries()) {
      expect(heightAtAnyWidth(tag)).toBeGreaterThanOrEqual(reserved[index]!);
    }
  });
});

it('wee5.css knows the rows of a loading board by its limit, and their height by the page’s own', async () => {
  const style = '<style>wee5-leaderboard { --wee5-row-height: 36px }</style>';
  const boards = [1, 3, 5, 9, 10, 25].map(
    (limit) => `<wee5-leaderboard limit="${limit}"></wee5-leaderboard>`,
  );
  const site = await SlowSite.open(browser, link + style, boards.join(''));
  const reserved = await site.heights();
  await site.answerScript();
  expect(await site.heights()).toEqual(reserved);
});
