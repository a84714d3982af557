import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoStates } from '../src/widgets/demo-states.ts';
import { openSite, type OpenSite } from './support/open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
}, 120_000);
afterAll(() => site.close());

const select = (name: string, value: string) =>
  `(() => { const field = document.querySelector('[name="${name}"]'); field.value = ${JSON.stringify(value)}; field.dispatchEvent(new Event('change', { bubbles: true })); return field.value; })()`;
const shown = (tag: string) =>
  `document.querySelector('.frame ${tag}')?.shadowRoot?.querySelector('.root')?.textContent.trim() ?? ''`;

it.each(Object.entries(demoStates))(
  'every state of the %s’s demo shows the real widget',
  async (entry, states) => {
    const { page, problems } = await site.open();
    await page.goto(`${site.url}widgets/${entry}.html`);
    const seen = new Set<string>();
    for (const state of Object.keys(states)) {
      expect(await page.evaluate(select('state', state))).toBe(state);
      await page.waitForFunction(
        `(${shown(`wee5-${entry}`)}) !== '' || ${JSON.stringify(state)} === 'Loading'`,
      );
      seen.add(
        String(await page.evaluate(`document.querySelector('.frame').innerHTML + ${shown(`wee5-${entry}`)}`)),
      );
    }
    expect(seen.size).toBeGreaterThan(Object.keys(states).length / 2);
    expect(problems).toEqual([]);
  },
);

it('a demo takes another width, theme and direction', async () => {
  const { page } = await site.open();
  await page.goto(`${site.url}widgets/leaderboard.html`);
  await page.setViewport({ width: 1_280, height: 900 });
  for (const [name, value] of Object.entries({ width: '240', theme: 'dark', dir: 'rtl' }))
    await page.evaluate(select(name, value));
  await page.waitForSelector('.frame wee5-leaderboard');
  expect(
    await page.evaluate(`(() => {
      const { width } = document.querySelector('.frame').getBoundingClientRect();
      const { colorScheme, direction } = getComputedStyle(document.querySelector('.frame wee5-leaderboard'));
      return { width, colorScheme, direction };
    })()`),
  ).toEqual({ width: 240, colorScheme: 'dark', direction: 'rtl' });
});

it('the first page’s widgets follow what its reader earns', async () => {
  const { page, problems } = await site.open();
  await page.goto(`${site.url}index.html`);
  const says = (tag: string, words: string) =>
    page.waitForFunction(`document.querySelector('${tag}')?.shadowRoot?.textContent.includes('${words}')`);
  await says('wee5-rank-card', '7,620');
  await page.locator('#earn').click();
  await says('wee5-rank-card', '7,660');
  await says('wee5-leaderboard', '843');
  expect(problems).toEqual([]);
});
