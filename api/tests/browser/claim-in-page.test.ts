import { Router } from 'express';
import puppeteer, { type Browser, type HTTPRequest, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import type { MemberActivity, Rewards } from '@wee5/contract';
import { chromiumArguments, findChromium } from '../../../packages/widgets/testing/chromium.ts';
import { bundleForPage } from '../../../packages/widgets/testing/page-script.ts';
import { startIdentityServer, type IdentityServer } from '../support/identity-server.ts';

const code = 'WINTER-4711';
const communityId = 'biz_page';
const community = `/api/v1/communities/${communityId}`;

const script = bundleForPage();
let browser: Browser;
let server: IdentityServer;
let member: Record<string, string>;
let token = '';
let rewardId = '';
let members = 0;

beforeAll(async () => {
  server = await startIdentityServer({ routes: pages(), liveSettings: { intervalMs: 10 } });
  await server.addCommunity(communityId, 'public');
  const wanted = {
    communityId,
    levelRequirement: 1,
    type: 'custom' as const,
    name: 'Strategy call',
    metadata: { code, instructions: 'Enter it', url: 'https://cal.example.com/' },
  };
  const made = await server.context.functions.createReward(wanted);
  rewardId = made?.outcome === 'saved' ? made.rewardId : '';
  browser = await puppeteer.launch({
    executablePath: await findChromium(),
    args: chromiumArguments,
    headless: 'shell',
  });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

beforeEach(async () => {
  const userId = `user_${(members += 1)}`;
  member = await server.member({ communityId, userId });
  token = member['authorization']!.replace('Bearer ', '');
  await server.context.functions.adjustXp(
    { communityId, userId },
    { amount: 120, reason: 'Winner of the contest', by: 'user_boss' },
    '2026-11-20T18:00:00Z',
  );
});

it('lets a member claim in the page and see the code, also after two presses at once and a reload', async () => {
  const { page, claims } = await open();
  await expect.poll(() => textOf(page)).toContain('Claim');
  expect(await page.content()).not.toContain(code);
  await page.evaluate(`for (const press of [1, 2]) ${claimButton}.click()`);
  await expect.poll(() => textOf(page)).toContain(code);
  expect(await textOf(page)).toMatch(/Claimed[^]*Enter it[^]*Open cal\.example\.com/);
  expect(claims).toHaveLength(1);
  expect(await claimedAt()).not.toBeNull();

  await page.reload();
  await expect.poll(() => textOf(page)).toContain('Claimed');
  expect(await textOf(page)).not.toContain(code);
  await page.evaluate(`${list}.querySelector('[part~=toggle]').click()`);
  await expect.poll(() => textOf(page)).toContain(code);
});

it('has one winner of two tabs, and both show the truth', async () => {
  const tabs = await Promise.all([open(), open()]);
  const held: HTTPRequest[] = [];
  for (const { page } of tabs) await holdClaims(page, held);
  for (const { page } of tabs) {
    await expect.poll(() => textOf(page)).toContain('Claim');
    await page.evaluate(`${claimButton}.click()`);
  }
  // Both are pressed before either is heard of.
  await expect.poll(() => held.length).toBe(2);
  await Promise.all(held.map((request) => request.continue()));
  for (const { page } of tabs) await expect.poll(() => textOf(page)).toContain(code);
  await expect
    .poll(async () => (await Promise.all(tabs.map(({ page }) => events(page)))).flat())
    .toEqual([rewardId]);
  const words = await Promise.all(tabs.map(({ page }) => textOf(page)));
  expect(words.filter((text) => text.includes('You have claimed this already'))).toHaveLength(1);
});

it('finds out that a claim whose answer was lost was booked', async () => {
  const { page } = await open();
  await expect.poll(() => textOf(page)).toContain('Claim');
  await loseAnswer(page);
  await page.evaluate(`${claimButton}.click()`);
  await expect.poll(() => textOf(page)).toContain(code);
  expect(await claimedAt()).not.toBeNull();
  expect(await events(page)).toEqual([rewardId]);
});

it('tells a member what their XP are made of, and of new ones as they come', async () => {
  const { page } = await open();
  await expect
    .poll(() => textOf(page, 'wee5-activity'))
    .toMatch(/Given by the community[^]*Winner of the contest/);
  const userId = `user_${members}`;
  await server.context.functions.adjustXp(
    { communityId, userId },
    { amount: -20, reason: 'A slip', by: 'user_boss' },
    '2026-11-20T18:05:00Z',
  );
  await expect.poll(() => textOf(page, 'wee5-activity')).toMatch(/Taken by the community[^]*A slip[^]*−20/);
  const { body } = await server.read<MemberActivity>(`${community}/members/me/activity`, { headers: member });
  expect(body.entries).toHaveLength(2);
});

/** The page of a member, and the claims that it sends. */
async function open(): Promise<{ page: Page; claims: string[] }> {
  const page = await browser.newPage();
  onTestFinished(() => page.close());
  const claims: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/claim')) claims.push(request.url());
  });
  await page.goto(`${server.url}/page?token=${token}`);
  return { page, claims };
}

async function holdClaims(page: Page, held: HTTPRequest[]): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isClaim = request.method() === 'POST' && request.url().endsWith('/claim');
    if (isClaim) held.push(request);
    else void request.continue();
  });
}

/** The claim arrives and is booked; the page never hears what came of it. */
async function loseAnswer(page: Page): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isClaim = request.method() === 'POST' && request.url().endsWith('/claim');
    if (!isClaim) return void request.continue();
    void fetch(request.url(), { method: 'POST', headers: member }).then(() => request.abort('timedout'));
  });
}

const list = `document.querySelector('wee5-reward-list').shadowRoot`;
const claimButton = `${list}.querySelector('[part~=claim]')`;

function textOf(page: Page, tag = 'wee5-reward-list'): Promise<string> {
  return page.evaluate(`document.querySelector('${tag}')?.shadowRoot?.textContent ?? ''`) as Promise<string>;
}

function events(page: Page): Promise<string[]> {
  return page.evaluate('heard') as Promise<string[]>;
}

async function claimedAt(): Promise<string | null | undefined> {
  const { body } = await server.read<Rewards>(`${community}/rewards`, { headers: member });
  return body.rewards[0]?.claimedAt;
}

function pages(): Router {
  const routes = Router();
  routes.get('/page', (_request, response) => {
    response.type('html').send(`<!doctype html><title>A page</title>
      <script type="module">
        import '/page.js';
        globalThis.heard = [];
        addEventListener('wee5-reward-claimed', ({ rewardId }) => heard.push(rewardId));
        const token = new URLSearchParams(location.search).get('token');
        Wee5.configure({ community: '${communityId}', getToken: () => Promise.resolve(token) });
      </script>
      <wee5-reward-list></wee5-reward-list><wee5-activity></wee5-activity>`);
  });
  routes.get('/page.js', async (_request, response) => {
    response.type('js').send(Buffer.from(await script));
  });
  return routes;
}
