import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Router } from 'express';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { writeScript } from '../../../packages/widgets/build/write-script.ts';
import { chromiumArguments, findChromium } from '../../../packages/widgets/testing/chromium.ts';
import { startServer, type RunningServer } from '../../src/server.ts';
import { changed } from '../support/fixtures.ts';
import { sign } from '../support/sign.ts';
import { ana, ben, communityId, secret } from '../support/test-server.ts';

let browser: Browser;
let page: Page;
let server: RunningServer;
let directory: string;
let complaints: string[];
let messages = 0;

beforeAll(async () => {
  await writeScript();
  browser = await puppeteer.launch({
    executablePath: await findChromium(),
    args: chromiumArguments,
    headless: 'shell',
  });
}, 120_000);
afterAll(() => browser.close());

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wee5-browser-'));
  server = await start('0');
  complaints = [];
  page = await browser.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
}, 60_000);
afterEach(async () => {
  await page.close();
  await server.stop();
  await rm(directory, { recursive: true });
});

it('moves the number in the card from a signed webhook, without a reload', async () => {
  await send(ana, 'chat');
  await open();
  await expect.poll(cardXp).toContain('15 / 100 XP');
  await page.evaluate(() => Object.assign(globalThis, { notReloaded: true }));

  await send(ana, 'reply');
  await expect.poll(cardXp).toContain('35 / 100 XP');
  expect(await page.evaluate(() => 'notReloaded' in globalThis)).toBe(true);
  expect(complaints).toEqual([]);
});

it('moves my rank when another member overtakes me', async () => {
  await send(ana, 'chat');
  await open();
  await expect.poll(() => textOf('wee5-rank-card')).toMatch(/1\s+of\s+1/);

  await send(ben, 'reply');
  await expect.poll(() => textOf('wee5-rank-card')).toMatch(/2\s+of\s+2/);
  await expect.poll(() => textOf('wee5-leaderboard')).toMatch(/ben_makes[^]*Ana Duarte/);
});

it('goes on by itself after the server was away', async () => {
  await send(ana, 'chat');
  await open();
  await expect.poll(cardXp).toContain('15 / 100 XP');
  const { port } = new URL(server.url);
  await server.stop();
  await expect.poll(() => textOf('wee5-rank-card'), { timeout: 20_000 }).not.toContain('Live');
  expect(await cardXp()).toContain('15 / 100 XP');

  server = await start(port);
  await send(ana, 'reply');
  await expect.poll(cardXp, { timeout: 40_000 }).toContain('35 / 100 XP');
  await expect.poll(() => textOf('wee5-rank-card'), { timeout: 20_000 }).toContain('Live');
  expect(complaints).toEqual([]);
}, 120_000);

it('shows a name that tries HTML as the text it is', async () => {
  const name = '<img src=x onerror="globalThis.hacked = true">';
  await send(ana, 'chat', { 'data.message.user.name': name });
  await open();
  await expect.poll(() => textOf('wee5-leaderboard')).toContain('<img src=x');
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
});

/** The server with a database on disk, so that it finds everything again, and the page of somebody else's site. */
function start(port: string): Promise<RunningServer> {
  const routes = Router();
  routes.get('/page', (_request, response) => {
    response.type('html').send(
      `<!doctype html><title>A page</title>
      <script async src="/widgets/v1/wee5.js" data-community="${communityId}"></script>
      <wee5-rank-card user="${ana}"></wee5-rank-card><wee5-leaderboard></wee5-leaderboard>`,
    );
  });
  const environment = {
    PORT: port,
    LOG_LEVEL: 'silent',
    WHOP_WEBHOOK_SECRET: secret,
    WEE5_DATA_DIR: directory,
  };
  return startServer({ environment, routes });
}

function open(): Promise<unknown> {
  return page.goto(`${server.url}/page`);
}

async function send(
  userId: string,
  kind: 'chat' | 'reply',
  more: Record<string, unknown> = {},
): Promise<void> {
  const now = new Date();
  const body = changed('chat-message', {
    id: `msg_${++messages}`,
    timestamp: now.toISOString(),
    'data.message.id': `post_${messages}`,
    'data.message.created_at': now.toISOString(),
    'data.message.replying_to_message_id': kind === 'reply' ? 'post_other' : null,
    'data.message.user':
      userId === ana
        ? { id: ana, name: 'Ana Duarte', username: 'anad' }
        : { id: ben, name: null, username: 'ben_makes' },
    ...more,
  });
  const response = await fetch(`${server.url}/api/webhook`, {
    method: 'POST',
    headers: { ...sign(body, secret, now) },
    body,
  });
  expect(await response.json()).toEqual({ status: 'accepted', awards: 1 });
}

/** The text a reader of the widget sees. */
function textOf(tag: string): Promise<string> {
  return page.evaluate(`document.querySelector('${tag}')?.shadowRoot?.textContent ?? ''`) as Promise<string>;
}

function cardXp(): Promise<string> {
  const xp = `document.querySelector('wee5-rank-card')?.shadowRoot?.querySelector('[part~=xp]')`;
  return page.evaluate(`${xp}?.textContent ?? ''`) as Promise<string>;
}
