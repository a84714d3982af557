import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type OpenSite } from './support/open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

const settled = `(async () => {
  const moving = () => [document, ...[...document.querySelectorAll('*')].flatMap((it) => it.shadowRoot ?? [])].flatMap((root) => root.getAnimations());
  await new Promise((done) => setTimeout(done, 300));
  await Promise.allSettled(moving().filter((it) => it.effect?.getComputedTiming().endTime !== Infinity).map((it) => it.finished));
})()`;

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  it(
    'axe finds nothing on any page, and no page makes an error or asks another server',
    { timeout: 240_000 },
    async () => {
      const found: string[] = [];
      const left = [...site.pages];
      // A page waits longer for its demo than it is looked at, so that some go beside each other.
      await Promise.all([1, 2, 3].map(() => lookAtEach()));
      expect(found.toSorted()).toEqual([]);

      async function lookAtEach() {
        for (let path = left.pop(); path !== undefined; path = left.pop()) {
          const problems = await problemsOf(path, scheme);
          found.push(...problems.map((problem) => `${path}: ${problem}`));
        }
      }
    },
  );
});

async function problemsOf(path: string, scheme: 'light' | 'dark'): Promise<string[]> {
  const { page, problems } = await site.open();
  await page.setViewport({ width: 1_280, height: 900 });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.goto(site.url + path);
  await page.evaluate(settled);
  await page.evaluate(axe.source);
  const found = await violations(page);
  await page.close();
  return [...problems, ...found];
}

async function violations(page: { evaluate(code: string): Promise<unknown> }): Promise<string[]> {
  const options = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
  const found = await page.evaluate(`axe.run(${JSON.stringify(options)}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => id + ' at ' + target.join(' ') + ': ' + html.slice(0, 120))))`);
  return found as string[];
}

it.each([375, 768, 1_280])('no page is wider than a window of %i px', { timeout: 120_000 }, async (width) => {
  const { page } = await site.open();
  await page.setViewport({ width, height: 800 });
  const wide: string[] = [];
  for (const path of site.pages) {
    await page.goto(site.url + path);
    const has = Number(await page.evaluate('document.documentElement.scrollWidth'));
    if (has > width) wide.push(`${path}: ${has}px`);
  }
  expect(wide).toEqual([]);
});

it('can be walked through by keyboard and without JavaScript, on a phone too', async () => {
  const { page } = await site.open();
  await page.setJavaScriptEnabled(false);
  await page.setViewport({ width: 375, height: 800 });
  await page.goto(`${site.url}widgets/rank-card.html`);
  // The link to the content, the list of pages, its first page and its second.
  for (const key of ['Tab', 'Tab', 'Enter', 'Tab', 'Tab'] as const) await page.keyboard.press(key);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  expect(await page.title()).toBe('The script tag – Wee5');
});

it('keeps the theme that its reader chose', async () => {
  const { page } = await site.open();
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  await page.goto(`${site.url}index.html`);
  await page.locator('button.theme').click();
  await page.goto(`${site.url}script-tag.html`);
  const isDark = `getComputedStyle(document.documentElement).colorScheme === 'dark' && document.querySelector('button.theme').ariaLabel`;
  expect(await page.evaluate(isDark)).toBe('Show the page in light colours');
});
