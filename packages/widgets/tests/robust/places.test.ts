import { expect, it } from 'vitest';
import type { Frame } from 'puppeteer-core';
import { openBrowser } from '../support/open-browser.ts';
import { scriptTag, StrangersPage, widgets } from '../support/strangers-page.ts';

const opened = openBrowser();
const open = (options: Parameters<typeof StrangersPage.open>[1]) =>
  StrangersPage.open(opened.browser, options);
const framed = `<!doctype html>${scriptTag}${widgets}`;

it('works in a page with another base', async () => {
  const site = await open({ head: '<base href="https://elsewhere.example/deep/">' });
  await site.live();
  expect(site.errors).toEqual([]);
});

it('works inside the page’s own shadow root, where the script came first', async () => {
  const site = await open({ body: '<div id="host"></div>' });
  await site.page.waitForFunction('globalThis.Wee5');
  await site.evaluate(
    `document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML = '<wee5-leaderboard></wee5-leaderboard>'`,
  );
  const text = `document.querySelector('#host').shadowRoot.querySelector('wee5-leaderboard').shadowRoot.textContent`;
  await expect.poll(() => site.evaluate(text)).toContain('Live');
});

it.each([
  ['a frame', ''],
  ['a sandboxed frame that has no origin', 'sandbox="allow-scripts"'],
])('works inside %s', async (_name, attributes) => {
  const site = await open({
    tags: ' ',
    body: `<iframe ${attributes} src="/framed"></iframe>`,
    more: { '/framed': framed },
  });
  const frame = await site.page.waitForFrame((each) => each.url().endsWith('/framed'));
  await expect.poll(() => textOf(frame)).toMatch(/Maya Chen[^]*Live/);
  expect(site.errors).toEqual([]);
});

it('works inside a dialog that opens later, and where it was not displayed at first', async () => {
  const site = await open({
    body: `<dialog><wee5-rank-card></wee5-rank-card></dialog>
      <div style="display: none"><wee5-leaderboard></wee5-leaderboard></div>`,
  });
  await site.live();
  await site.evaluate(`document.querySelector('dialog').showModal()`);
  await site.evaluate(`document.querySelector('div').style.display = 'block'`);
  const heights = `['wee5-rank-card', 'wee5-leaderboard'].map((tag) => document.querySelector(tag).offsetHeight)`;
  for (const height of await site.evaluate<number[]>(heights)) expect(height).toBeGreaterThan(150);
});

it('is printed whole', async () => {
  const site = await open({});
  await site.live();
  await site.page.emulateMediaType('print');
  const tags = ['wee5-rank-card', 'wee5-leaderboard', 'wee5-reward-list'];
  const cut = `${JSON.stringify(tags)}.map((tag) => document.querySelector(tag).shadowRoot.querySelector('.root'))
    .filter((each) => each.scrollHeight > each.offsetHeight || !each.checkVisibility()).length`;
  expect(await site.evaluate(cut)).toBe(0);
});

it('leaves a page of XML alone, which Lit’s templates are not made for', async () => {
  const site = await open({
    doctype: '',
    type: 'application/xhtml+xml',
    tags: '<script src="API/widgets/v1/wee5.js" data-community="biz_demo"></script>',
    body: `${widgets}<p>Below</p>`,
  });
  await expect.poll(() => site.errors.join()).toContain('invalid XML');
  expect(await site.evaluate(`document.querySelector('p').getBoundingClientRect().height`)).toBeGreaterThan(
    10,
  );
});

function textOf(frame: Frame): Promise<string> {
  return frame.evaluate(
    `document.querySelector('wee5-rank-card')?.shadowRoot?.textContent ?? ''`,
  ) as Promise<string>;
}
