import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chromiumArguments, findChromium } from '../../../packages/widgets/testing/chromium.ts';
import { buildWidgets } from '../../dev/build-widgets.ts';
import { difficultNames, hostileNames } from '../support/hostile-names.ts';
import { redPng, startPictureHost, type PictureHost } from '../support/picture-host.ts';
import { communityId, pixelsOf, startPictureServer, type PictureServer } from '../support/picture-server.ts';

let browser: Browser;
let server: PictureServer;
let elsewhere: Server;
let host: PictureHost;
let page: Page;
const complaints: string[] = [];
beforeAll(async () => {
  await buildWidgets();
  host = await startPictureHost();
  server = await startPictureServer({ environment: { WHOP_API_URL: `${host.url}/api/v1` } });
  await server.pglite.query(`update communities set name = 'Night Builders' where id = $1`, [communityId]);
  await server.portray('user_maya', { name: 'Maya Chen' });
  elsewhere = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://x');
    response.setHeader('Content-Type', 'text/html').end(searchParams.get('body'));
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  browser = await puppeteer.launch({
    executablePath: await findChromium(),
    args: chromiumArguments,
    headless: 'shell',
  });
  page = await browser.newPage();
  page.on('pageerror', (error) => {
    // A page that is being left still renders once.
    if (!String(error).includes('no longer runnable')) complaints.push(String(error));
  });
  page.on('dialog', (dialog) => {
    complaints.push(`A dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (/Content.Security.Policy|TrustedHTML/i.test(message.text())) complaints.push(message.text());
  });
}, 120_000);
afterEach(() => {
  // Whatever else a test is about, no page does what its own policy forbids.
  if (complaints.length > 0) throw new Error(complaints.splice(0).join('\n'));
});
afterAll(async () => {
  await browser.close();
  elsewhere.close();
  await server.stop();
  await host.stop();
});

/** A page of another origin than the server's. */
const foreign = (body: string) =>
  `http://localhost:${(elsewhere.address() as AddressInfo).port}/?body=${encodeURIComponent(body)}`;
const share = (userId: string) => `${server.url}/share/${communityId}/${userId}`;
const cardText = `document.querySelector('wee5-rank-card').shadowRoot?.textContent ?? ''`;

it('shows the card live under its own policy', async () => {
  await page.goto(share('user_maya'));
  expect(await page.title()).toBe('Maya Chen in Night Builders');
  await expect.poll(() => page.evaluate(cardText)).toContain('5,210 / 5,775 XP');
  await expect.poll(() => page.evaluate(cardText)).toContain('Live');
});

it.each(hostileNames)('keeps a name a name: %s', async (_about, name) => {
  await server.portray('user_hostile', { name });
  await page.goto(share('user_hostile'));
  expect(await page.evaluate(`document.querySelector('h1').textContent`)).toBe(`${name} in Night Builders`);
  await expect.poll(() => page.evaluate(cardText)).toContain(name);
  const elements = `[...document.querySelectorAll('body *')].map(({ localName }) => localName).join(' ')`;
  expect(await page.evaluate(elements)).toBe('main h1 wee5-rank-card p p');
});

it('says the same without a script', async () => {
  await page.setJavaScriptEnabled(false);
  await page.goto(share('user_maya'));
  const words = await page.$eval('wee5-rank-card', (element) => element.textContent);
  expect(words.replaceAll(/\s+/g, ' ')).toContain('Maya Chen, level 10, 5,210 XP, rank 1 of');
  await page.setJavaScriptEnabled(true);
});

describe('in a frame of another site', () => {
  it('stands the embedded card, and all of it is seen', async () => {
    for (const width of [240, 320, 480]) {
      const address = `${server.url}/api/oembed?maxwidth=${width}&url=${encodeURIComponent(share('user_maya'))}`;
      const { html } = (await (await fetch(address)).json()) as { html: string };
      await page.goto(foreign(html));
      const frame = await (await page.waitForSelector('iframe'))?.contentFrame();
      await expect.poll(() => frame?.evaluate(cardText)).toContain('5,210 / 5,775 XP');
      const room = 'document.documentElement.scrollHeight - innerHeight';
      expect(await frame?.evaluate(room)).toBeLessThanOrEqual(0);
      expect(await frame?.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    }
  });

  it('stands no share page', async () => {
    await page.goto(foreign(`<iframe src="${share('user_maya')}"></iframe>`));
    await expect.poll(() => complaints.join()).toContain("frame-ancestors 'none'");
    complaints.length = 0;
  });
});

describe('a picture on another site', () => {
  const picture = (userId: string) =>
    `${server.url}/api/v1/communities/${communityId}/members/${userId}/card.svg`;

  it.each([...difficultNames, ...hostileNames])('shows a name in its place: %s', async (_about, name) => {
    await server.portray('user_named', { name });
    await page.goto(foreign(`<body style="margin:0"><img src="${picture('user_named')}" alt="">`));
    await page.waitForFunction(`document.images[0].complete && document.images[0].naturalWidth === 600`);
    const pixels = pixelsOf(await page.screenshot({ clip: { x: 0, y: 0, width: 600, height: 315 } }));
    expect(pixels.inked({ left: 238, top: 50, right: 560, bottom: 90 }, '#ffffff')).toBeGreaterThan(100);
    expect(pixels.inked({ left: 562, top: 50, right: 598, bottom: 90 }, '#ffffff')).toBe(0);
  });

  it.each(['as a picture', 'opened as a page'])(
    "shows the member's own picture, in Arabic at the right: %s",
    async (how) => {
      const avatarUrl = host.on('/red.png', redPng);
      await server.portray('user_red', { name: 'Red', avatarUrl });
      const address = `${picture('user_red')}?lang=ar`;
      await page.goto(
        how === 'as a picture' ? foreign(`<body style="margin:0"><img src="${address}">`) : address,
      );
      const at = async () =>
        pixelsOf(await page.screenshot({ clip: { x: 0, y: 0, width: 600, height: 315 } })).at(477, 119);
      await expect.poll(at).toBe('#ff0000');
    },
  );

  it('shows what stands in its place once its member hides', async () => {
    await server.portray('user_gone', { name: 'Gone', visibility: 'hidden' });
    await page.goto(
      foreign(`<img src="${picture('user_gone')}" alt="No card" onerror="document.title = alt">`),
    );
    await expect.poll(() => page.title()).toBe('No card');
  });
});
