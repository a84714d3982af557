import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openSite, type OpenSite } from './support/open-site.ts';

let site: OpenSite;
let page: Page;
let problems: string[];
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());
beforeEach(async () => {
  ({ page, problems } = await site.open());
});

const visit = (query = '') => page.goto(`${site.url}playground.html${query}`);
const set = (name: string, value: string) =>
  page.evaluate(
    `(() => { const field = document.querySelector('[name="${name}"]'); field.value = ${JSON.stringify(value)}; field.dispatchEvent(new Event('input', { bubbles: true })); })()`,
  );
const code = async (name: string) =>
  String(await page.evaluate(`document.querySelector('[data-output="${name}"]').textContent`));
const says = (tag: string, words: string) =>
  page.waitForFunction(
    `document.querySelector('.frame ${tag}')?.shadowRoot?.textContent.includes(${JSON.stringify(words)})`,
  );
const findings = () =>
  page.evaluate(`[...document.querySelectorAll('.finding')].map((it) => it.textContent)`);

it('shows what was chosen and writes the code for it', async () => {
  await visit();
  await set('widget', 'leaderboard');
  await set('a-limit', '3');
  await set('data', 'large');
  await set('lang', 'de');
  await says('wee5-leaderboard', 'Woche');
  expect(
    await page.evaluate(
      `document.querySelector('.frame wee5-leaderboard').shadowRoot.querySelectorAll('tbody tr[data-id]').length`,
    ),
  ).toBeGreaterThanOrEqual(3);
  expect(await code('script-tag')).toContain(
    '<wee5-leaderboard limit="3" windows="week month all" style="display:block;min-height:254px">',
  );
  expect(await code('npm')).toContain('element.limit = 3;');
  expect(await code('react')).toContain('<Leaderboard limit={3} windows="week month all" />');
  expect(problems).toEqual([]);
});

it('keeps it all in the address, which shows the same to somebody else', async () => {
  await visit();
  await set('widget', 'leaderboard');
  await set('a-layout', 'podium');
  await set('a-windows', '');
  await set('t-accent', 'teal');
  await set('width', '900');
  const before = await Promise.all(['script-tag', 'npm', 'react', 'theme-json'].map(code));
  const { search } = new URL(page.url());
  expect(search).toContain('a-layout=podium');
  ({ page } = await site.open());
  await visit(search);
  expect(await Promise.all(['script-tag', 'npm', 'react', 'theme-json'].map(code))).toEqual(before);
  expect(new URL(page.url()).search).toBe(search);
});

it('begins anew with an address that says nothing', async () => {
  await visit('?widget=toast&t-accent=red');
  await page.locator('button[type=reset]').click();
  await page.waitForFunction(`location.search === '' && document.querySelector('.frame wee5-rank-card')`);
});

it('a creator’s theme reaches the widget and its JSON', async () => {
  await visit();
  await says('wee5-rank-card', '7,620');
  await set('t-surface', '#123456');
  await set('t-text', '#ffffff');
  await set('t-textQuiet', '#ffffff');
  await page.waitForFunction(
    `getComputedStyle(document.querySelector('.frame wee5-rank-card').shadowRoot.querySelector('.root')).backgroundColor === 'rgb(18, 52, 86)'`,
  );
  expect(JSON.parse(await code('theme-json'))).toEqual({
    theme: { surface: '#123456', text: '#ffffff', textQuiet: '#ffffff' },
  });
  await page.waitForFunction(`document.querySelectorAll('.finding').length === 0`);
});

it('warns of colours that are hard to read and of values that are none', async () => {
  await visit('?theme=light');
  await says('wee5-rank-card', '7,620');
  expect(await findings()).toEqual([]);
  await set('t-text', '#999999');
  await page.waitForFunction(`document.querySelector('.finding')`);
  expect(await findings()).toEqual([
    'Text on surface is hard to read: 2.8:1, and at least 7:1 is needed. Change one of the two.',
  ]);
  await set('t-text', 'reddish');
  await page.waitForFunction(`document.querySelector('.finding')?.textContent.includes('reddish')`);
  expect(await findings()).toEqual(['Text: “reddish” is no CSS colour, so widgets do without it.']);
});

it('its button gives XP, up to a level and its toast', async () => {
  await visit('?widget=toast');
  await page.waitForSelector('.frame wee5-toast');
  for (let press = 0; press < 7; press++) await page.locator('#earn').click();
  await says('wee5-toast', '13');
});
