import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { chromiumArguments, findChromium } from '../../widgets/testing/chromium.ts';
import { SampleApi } from '../../widgets/testing/sample-api.ts';
import { bundles, openPage, textOf, type Bundles, type ReactVersion } from './support/react-page.ts';

let browser: Browser;
beforeAll(async () => {
  const executablePath = await findChromium();
  browser = await puppeteer.launch({ executablePath, args: chromiumArguments, headless: 'shell' });
}, 120_000);
afterAll(() => browser.close());

const show = (page: Page, props: string) => page.evaluate(`page.show(${props})`);
const card = "document.querySelector('wee5-rank-card')";

describe.each<ReactVersion>([19, 18])('with React %s', (version) => {
  let app: Bundles;
  beforeAll(async () => {
    app = await bundles(version);
  });

  async function opened(props = '{ card: { user: "user_maya", client: page.client } }') {
    const html = app.render({ card: { user: 'user_maya' } });
    const { page, complaints } = await openPage(browser, html, app.script);
    await page.evaluate(`globalThis.served = ${card}`);
    await show(page, props);
    await expect.poll(() => textOf(page, 'wee5-rank-card')).toContain('5,210 / 5,775 XP');
    return { page, complaints };
  }

  it('makes a server render the tag, its attributes and its height, without a word to the console', () => {
    const said = vi.spyOn(console, 'error');
    const html = app.render({
      card: { user: 'user_maya', publicKey: 'pk_1', className: 'mine', onLeveledUp: () => {} },
    });
    expect(html).toContain(
      '<wee5-rank-card user="user_maya" public-key="pk_1" class="mine" style="display:block;min-height:',
    );
    expect(html).not.toMatch(/leveled|function|undefined/i);
    expect(said).not.toHaveBeenCalled();
  });

  it('hydrates what the server sent, and gives the element to the ref', async () => {
    const { page, complaints } = await opened();
    expect(await page.evaluate(`served === ${card} && page.cardRef.current === served`)).toBe(true);
    expect(await page.evaluate('served.getAttribute("style") ?? ""')).toBe('');
    expect(complaints).toEqual([]);
  });

  it('tells its events to the listener of the newest render alone', async () => {
    const { page, complaints } = await opened();
    const listening = (name: string) =>
      `{ card: { client: page.client, onLeveledUp: (event) => page.heard.push('${name} ' + event.level) } }`;
    await show(page, listening('first'));
    await show(page, listening('second'));
    await page.evaluate('page.client.say("rankCard", page.card({ xp: 5800 }))');
    await expect.poll(() => page.evaluate('page.heard')).toEqual(['second 11']);
    expect(complaints).toEqual([]);
  });

  it('sets properties as they change, and takes back what is no longer given', async () => {
    const { page } = await opened();
    const properties = () => page.evaluate(`[${card}.user, ${card}.theme, ${card}.client === page.client]`);
    await show(page, '{ card: { user: "user_ada", theme: "dark", client: page.client } }');
    await expect.poll(properties).toEqual(['user_ada', 'dark', true]);
    await show(page, '{ api: page.silent }');
    await expect.poll(properties).toEqual([null, null, false]);
  });

  it('shares the provider’s defaults with every widget, whatever the page renders anew', async () => {
    const api = await SampleApi.start();
    onTestFinished(api.close);
    const html = app.render({ api: api.url });
    const { page, complaints } = await openPage(browser, html, app.script);
    await show(page, `{ api: '${api.url}' }`);
    await expect.poll(() => textOf(page, 'wee5-rank-card')).toContain('5,210 / 5,775 XP');
    await page.click('button');
    await expect.poll(() => page.evaluate('document.querySelector("button").textContent')).toBe('1');
    // What the widgets ask because of the render, they ask before this.
    await page.evaluate(
      `${card}.updateComplete.then(() => new Promise(requestAnimationFrame)).then(() => fetch('${api.url}/last'))`,
    );
    await expect.poll(() => api.asked.at(-1)).toContain('/last');
    const cards = api.asked.filter((request) => request.includes('/members/me'));
    expect(cards).toEqual(['GET /api/v1/communities/biz_demo/members/me Bearer token.0.x']);
    expect(complaints).toEqual([]);
  });

  it('reserves the height of a widget that loads, so that the page stays where it is', async () => {
    const { page } = await openPage(browser, app.render({ withAll: true }), app.script);
    await page.evaluate(`globalThis.reserving = [...document.querySelectorAll('main > [style]')]`);
    const heights = () => page.evaluate('reserving.map((it) => `${it.localName} ${it.offsetHeight}`)');
    const reserved = await heights();
    await show(page, '{ withAll: true, api: page.silent }');
    await page.waitForFunction(`reserving.every((it) => it.shadowRoot?.textContent.includes('Loading'))`);
    const loading = await heights();
    expect(reserved, `Let src/reserved-height.ts give ${String(loading)}.`).toEqual(loading);
  });
});
