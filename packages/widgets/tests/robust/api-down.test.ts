import { expect, it } from 'vitest';
import { card } from '../../testing/samples.ts';
import { openBrowser } from '../support/open-browser.ts';
import { ScriptedApi, type Instead } from '../support/scripted-api.ts';
import { StrangersPage } from '../support/strangers-page.ts';

const opened = openBrowser();
const body = '<wee5-rank-card user="user_maya"></wee5-rank-card>';
const hurried = `{
  const real = setTimeout;
  globalThis.setTimeout = (run, wait = 0, ...more) => real(run, wait >= 900 ? wait / 50 : wait, ...more);
}`;
const buttons = `[...document.querySelector('wee5-rank-card').shadowRoot.querySelectorAll('button')].filter((it) => it.checkVisibility()).length`;

it.each<[about: string, answer: Instead, words: RegExp]>([
  ['500', 500, /try again/i],
  ['429', 429, /try again/i],
  ['403', 403, /./],
  ['404', 404, /./],
  ['a page of a proxy', '<!doctype html><title>Please log in</title>', /try again/i],
  ['nothing of a kind', { hello: 'world' }, /try again/i],
  ['no connection', 'broken', /try again/i],
  ['nothing within ten seconds', 'silence', /try again/i],
])(
  'says in words what is wrong where the API answers with %s, and shows data once it has some',
  async (_about, answer, words) => {
    const api = await ScriptedApi.start();
    api.instead.set('/api/', answer);
    const site = await StrangersPage.openAt(opened.browser, api, { before: hurried, body });
    await expect
      .poll(
        () =>
          site.evaluate(
            `document.querySelector('wee5-rank-card').shadowRoot?.querySelector('[part=notice]')?.innerText ?? ''`,
          ),
        { timeout: 5000 },
      )
      .toMatch(words);
    api.instead.clear();
    await site.evaluate(
      `document.querySelector('wee5-rank-card').shadowRoot.querySelector('[part=notice] button')?.click()`,
    );
    await site.live();
    expect(await site.textOf('wee5-rank-card')).toContain('5,210');
    expect(site.errors).toEqual([]);
  },
);

it('keeps what it knew when the API goes away, says how old that is, and goes on by itself', async () => {
  const site = await StrangersPage.open(opened.browser, { before: hurried, body });
  await site.live();
  site.api.instead.set('/api/', 'broken');
  site.api.hangUp();
  await expect
    .poll(() => site.textOf('wee5-rank-card'), { timeout: 10_000 })
    .toMatch(/Offline. Last updated /);
  expect(await site.textOf('wee5-rank-card')).toContain('5,210');
  expect(await site.evaluate<number>(buttons)).toBeLessThanOrEqual(1);
  site.api.instead.clear();
  await site.live();
});

it('goes on by itself when the browser was offline', async () => {
  const site = await StrangersPage.open(opened.browser, { before: hurried, body });
  await site.live();
  await site.page.setOfflineMode(true);
  site.api.hangUp();
  await expect.poll(() => site.textOf('wee5-rank-card'), { timeout: 10_000 }).not.toContain('Live');
  site.api.changeCard(5300);
  await site.page.setOfflineMode(false);
  await expect.poll(() => site.textOf('wee5-rank-card'), { timeout: 10_000 }).toMatch(/5,300[^]*Live/);
  expect(site.errors).toEqual([]);
});

it.each([
  ['a day slow', -86_400_000],
  ['a day fast', 86_400_000],
])('is live, and says nothing of the future, where the reader’s clock is %s', async (_about, offset) => {
  const before = `{ const real = Date.now; Date.now = () => real() + ${offset}; const D = Date; globalThis.Date = class extends D { constructor(...a) { a.length ? super(...a) : super(D.now()); } }; }`;
  const api = await ScriptedApi.start();
  api.instead.set('/members/', card({ lastActiveAt: new Date().toISOString() }));
  const site = await StrangersPage.openAt(opened.browser, api, { before, body });
  await site.live();
  const footer = await site.evaluate<string>(
    `document.querySelector('wee5-rank-card').shadowRoot?.querySelector('[part=footer]').innerText`,
  );
  expect(footer).not.toMatch(/\bin \d|tomorrow/);
});
