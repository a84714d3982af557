import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { budgets, layoutShiftBudget } from '../../../packages/widgets/build/budgets.ts';
import { chromiumArguments, findChromium } from '../../../packages/widgets/testing/chromium.ts';
import { openDemoSite, type DemoSite } from '../../bench/page-cost/demo-site.ts';
import { addPages, scenarios } from '../../bench/page-cost/scenarios.ts';
import { weigh } from '../../bench/page-cost/script-bytes.ts';
import { visit } from '../../bench/page-cost/visit.ts';

let site: DemoSite;
let browser: Browser;
let example: string;

beforeAll(async () => {
  site = await openDemoSite();
  browser = await puppeteer.launch({
    executablePath: await findChromium(),
    args: chromiumArguments,
    headless: 'shell',
  });
  await addPages(site);
  example = `${site.url}/cost/example`;
}, 120_000);
afterAll(async () => {
  await browser.close();
  await site.stop();
});

for (const [name, options] of Object.entries(scenarios)) {
  it(`nothing on the example’s page moves when ${name}`, { timeout: 60_000 }, async () => {
    for (const page of ['example', 'text']) {
      const { layoutShift, shifted } = await visit(browser, `${site.url}/cost/${page}`, options);
      expect(layoutShift, shifted.join('\n')).toBe(layoutShiftBudget);
    }
  });
}

it('tells when something does move', async () => {
  site.addPage('/cost/moving', `<p>Above</p><h1>Below</h1><script>${insertLate}</script>`);
  const { layoutShift, shifted } = await visit(browser, `${site.url}/cost/moving`);
  expect(layoutShift).toBeGreaterThan(layoutShiftBudget);
  expect(shifted.join()).toContain('h1');
});

it('the scripts of the example stay within their budget until its widgets have rendered', async () => {
  const { scripts, answers } = await weigh(await visit(browser, example));
  expect(scripts).toBeGreaterThan(8 * 1024);
  expect(answers).toBeGreaterThan(1024);
  expect(scripts).toBeLessThanOrEqual(budgets.scripts);
});

const insertLate = `requestAnimationFrame(() => setTimeout(() =>
  document.querySelector('p').insertAdjacentHTML('afterend', '<div style="height: 300px">Late</div>'), 300))`;
