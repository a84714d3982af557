import { readdir } from 'node:fs/promises';
import type { Config } from '@wee5/contract';
import puppeteer, { type Browser, type Frame } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { scriptDirectory } from '../../../packages/widgets/build/write-script.ts';
import { chromiumArguments, findChromium } from '../../../packages/widgets/testing/chromium.ts';
import { buildWidgets } from '../../dev/build-widgets.ts';
import { companyId, experienceId, owner, startHostedApp, type HostedApp } from '../support/hosted-app.ts';
import {
  openInWhop,
  whopFrameArguments,
  type WhopFrame,
  type WhopFrameOptions,
} from '../support/whop-frame.ts';

const ana = 'user_ana1';
const ben = 'user_ben1';
const cy = 'user_cy1';
const moderator = 'user_mo1';

let browser: Browser;
let app: HostedApp;
let open: WhopFrame | undefined;
beforeAll(async () => {
  await buildWidgets();
  app = await startHostedApp();
  app.admit(ana, 'Ana Duarte');
  app.admit(ben, 'Ben Okafor');
  app.admit(cy, 'Cy Moreau');
  app.admit(moderator, 'Mo', 'admin');
  await app.chat(ana);
  browser = await puppeteer.launch({
    executablePath: await findChromium(),
    args: [...chromiumArguments, ...whopFrameArguments],
    headless: 'shell',
  });
}, 120_000);
afterEach(async () => {
  // Whatever else a test is about, no page does what its own policy forbids.
  if (open?.complaints.length) throw new Error(open.complaints.join('\n'));
  app.whop.heal();
  await open?.page.close();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

type Reader = { userId?: string } & Pick<WhopFrameOptions, 'theme' | 'change'>;

async function visit(path: string, { userId, ...more }: Reader): Promise<Frame> {
  const userToken = userId === undefined ? undefined : () => app.whop.signUserToken({ userId });
  open = await openInWhop(browser, { appUrl: app.url, path, userToken, ...more });
  return open.frame;
}

const experience = (reader: Reader) => visit(`/experiences/${experienceId}`, reader);
const dashboard = (reader: Reader) => visit(`/dashboard/${companyId}`, reader);

/** What a reader of the page sees, inside of widgets too. */
function wordsOf(frame: Frame, selector = 'main'): Promise<string> {
  const inside = `(node) => [...node.childNodes].map((child) => child.nodeType === 3 ? child.data : child.hidden
    ? '' : inside(child.shadowRoot ?? child)).join(' ')`;
  return frame.evaluate(
    `(() => { const inside = ${inside}; const all = document.querySelectorAll('${selector}');
      return [...all].map((node) => inside(node.shadowRoot ?? node)).join(' ').replace(/\\s+/g, ' '); })()`,
  ) as Promise<string>;
}

const waitFor = (frame: Frame, words: RegExp | string, selector?: string) =>
  expect.poll(() => wordsOf(frame, selector), { timeout: 15_000 }).toMatch(words);

async function press(frame: Frame, name: string): Promise<void> {
  const button = await frame.waitForSelector(`::-p-xpath(//button[text()="${name}" and not(@disabled)])`);
  await button?.click();
}

it('shows a member inside Whop their own card, and moves it as they earn', async () => {
  const frame = await experience({ userId: ben });
  await waitFor(frame, /Level 0 .*0 XP/, 'wee5-rank-card');
  await waitFor(frame, 'Live', 'wee5-rank-card');
  await app.chat(ben);
  await waitFor(frame, '15 / 100 XP', 'wee5-rank-card');
  await waitFor(frame, /Ben Okafor You/, 'wee5-leaderboard');
});

it.each([
  ['asks Whop once who the member is', 3600, 1],
  ['asks again before the token runs out', 60, 2],
])('%s', async (_what, seconds, sessions) => {
  const change = (path: string, body: string) =>
    path === '/api/v1/sessions' ? body.replace(/"expiresAt":"[^"]+"/, expiryIn(seconds)) : body;
  const frame = await experience({ userId: ana, change });
  await waitFor(frame, 'Live', 'wee5-rank-card');
  await waitFor(frame, 'Ana Duarte', 'wee5-leaderboard');
  const asked = open?.relayed.filter((request) => request === 'POST /api/v1/sessions').length ?? 0;
  expect(Math.min(asked, 2)).toBe(sessions);
});

const expiryIn = (seconds: number) => `"expiresAt":"${new Date(Date.now() + seconds * 1000).toISOString()}"`;

it('shows the owner the board, how to embed it, and their keys', async () => {
  const frame = await dashboard({ userId: owner });
  await waitFor(frame, 'Ana Duarte', 'wee5-leaderboard');
  await waitFor(frame, `src="${app.url}/widgets/v1/wee5.js" data-community="${companyId}"`, '#embed-code');
  await waitFor(frame, 'Only members can see your community yet', '#embed-note');
  await waitFor(frame, 'No keys yet', '#keys');
});

it('changes a rule, and whoever saves over it is told so', async () => {
  const frame = await dashboard({ userId: owner });
  await fill(frame, '#rules-chatXp', '20');
  await press(frame, 'Save');
  await waitFor(frame, /Saved as version \d+/, '#rules');
  await app.chat(cy);
  await waitFor(frame, /Cy Moreau Level 0 20/, 'wee5-leaderboard');

  const other = await saveElsewhere({ replyXp: 33 });
  await fill(frame, '#rules-chatXp', '25');
  await press(frame, 'Save');
  await waitFor(frame, 'Somebody else saved in between', '#rules');
  await press(frame, 'Load their version');
  await expect.poll(() => valueOf(frame, '#rules-replyXp')).toBe('33');
  expect(await valueOf(frame, '#rules-chatXp')).toBe('20');
  expect(other.replyXp).toBe(33);
});

it('plans a double weekend and brings an earlier version back', async () => {
  const frame = await dashboard({ userId: owner });
  await press(frame, 'Add a boost');
  await fill(frame, '[data-part=name]', 'weekend');
  await press(frame, 'Save');
  await waitFor(frame, 'Saved as version', '#rules');
  expect((await readConfig()).rules.multipliers).toEqual([{ name: 'weekend', factor: 2 }]);

  await (await frame.waitForSelector('#rules summary'))?.click();
  await press(frame, 'Bring back');
  await press(frame, 'Bring back now');
  await waitFor(frame, 'is back', '#rules');
  expect((await readConfig()).rules.multipliers).toEqual([]);
});

it('makes a key that works, tells it once, lists it and revokes it', async () => {
  const frame = await dashboard({ userId: owner });
  await press(frame, 'Create key');
  await press(frame, 'Create key');
  await waitFor(frame, 'Name at least one of your pages', '#keys');
  await frame.type('#key-label', 'My shop');
  await frame.type('#key-origins', 'https://shop.example/some/page?x\nother.example');
  await press(frame, 'Create key');
  await waitFor(frame, /pk_\S+/, '#new-key');
  const key = (await wordsOf(frame, '#new-key')).trim();
  await press(frame, 'Done');

  await waitFor(frame, /My shop shop\.example, other\.example Publishable/, '#keys');
  expect(await wordsOf(frame, '#keys')).not.toContain(key);
  // The community is for members, so the key opens nothing yet; but it is known, on its own pages.
  expect(await refusalOf(key, 'https://shop.example')).not.toContain('This key');
  expect(await refusalOf(key, 'https://evil.example')).toContain('not for pages of https://evil.example');
  await press(frame, 'Revoke');
  await press(frame, 'Revoke now');
  await waitFor(frame, 'No keys yet', '#keys');
  expect(await refusalOf(key, 'https://shop.example')).toContain('was revoked');
});

it('makes a secret key without asking for pages', async () => {
  const frame = await dashboard({ userId: owner });
  await press(frame, 'Create key');
  await (await frame.waitForSelector('input[value=secret]'))?.click();
  await press(frame, 'Create key');
  await waitFor(frame, /sk_\S+/, '#new-key');
  const key = (await wordsOf(frame, '#new-key')).trim();
  const init = { method: 'POST', body: JSON.stringify({ userId: ana }) };
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const session = await fetch(`${app.url}/api/v1/sessions`, { ...init, headers });
  expect(session.status).toBe(200);
});

it.each<[string, () => Promise<Frame>, RegExp]>([
  ['somebody outside Whop', () => experience({}), /Open this page in Whop .* Try again/],
  ['somebody outside Whop, at the dashboard', () => dashboard({}), /Open this page in Whop/],
  ['a stranger', () => experience({ userId: 'user_stranger1' }), /You are not a member yet/],
  ['a member at the dashboard', () => dashboard({ userId: ana }), /This page is for the team/],
  [
    'a moderator',
    () => dashboard({ userId: moderator }),
    /Only the owner of this community can see and make/,
  ],
  [
    'a member of an experience that is none',
    () => visit('/experiences/exp_none', { userId: ana }),
    /Nothing is here/,
  ],
  [
    'a member at a deep link',
    () => visit(`/experiences/${experienceId}/some/where`, { userId: ana }),
    /15 \/ 100 XP/,
  ],
])('has the right words for %s', async (_who, visiting, words) => {
  await waitFor(await visiting(), words);
});

it('says that Whop does not answer, and goes on once it does', async () => {
  app.admit('user_late1', 'Late');
  app.whop.fail('*', { reset: true });
  const frame = await experience({ userId: 'user_late1' });
  await waitFor(frame, 'Whop does not answer');
  app.whop.heal();
  await press(frame, 'Try again');
  await waitFor(frame, /0 XP/, 'wee5-rank-card');
});

it.each(['light', 'dark'] as const)("is %s where Whop's cookie says so", async (theme) => {
  const frame = await experience({ userId: ana, theme });
  const scheme = 'getComputedStyle(document.documentElement).colorScheme';
  await expect.poll(() => frame.evaluate(scheme)).toBe(theme);
  await waitFor(frame, '15 / 100 XP');
});

it('may load what members hear Supabase with', async () => {
  const frame = await experience({ userId: ana });
  const file = (await readdir(scriptDirectory)).find((name) => /^wee5-realtime\..*js$/.test(name));
  const part = `import('/widgets/v1/${file}').then((part) => typeof part.default)`;
  expect(await frame.evaluate(part)).toBe('function');
});

it('stands in no frame but of Whop', async () => {
  open = undefined;
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  const body = `<iframe src="${app.url}/experiences/${experienceId}"></iframe>`;
  page.on(
    'request',
    (request) =>
      void (new URL(request.url()).host === 'evil.example'
        ? request.respond({ contentType: 'text/html', body })
        : request.continue()),
  );
  const refusal = new Promise<string>((resolve) => {
    page.on('console', (message) => message.text().includes('frame-ancestors') && resolve(message.text()));
  });
  await page.goto('https://evil.example');
  expect(await refusal).toContain('https://*.whop.com');
  await page.close();
});

async function refusalOf(key: string, origin: string): Promise<string> {
  const address = `${app.url}/api/v1/communities/${companyId}`;
  const response = await fetch(address, { headers: { 'x-wee5-key': key, origin } });
  return ((await response.json()) as { detail: string }).detail;
}

/** As much of a field as these tests touch; the browser's own types are not those of the server. */
interface Field {
  value: string;
  select(): void;
}

async function fill(frame: Frame, selector: string, text: string): Promise<void> {
  const field = await frame.waitForSelector(selector);
  await field?.evaluate((element) => (element as unknown as Field).select());
  await field?.type(text);
}

async function valueOf(frame: Frame, selector: string): Promise<string> {
  const field = await frame.waitForSelector(selector);
  return (await field?.evaluate((element) => (element as unknown as Field).value)) ?? '';
}

async function configAs(init: RequestInit = {}): Promise<Config> {
  const url = `${app.url}/api/v1/communities/${companyId}/config`;
  const headers = { authorization: `Bearer ${await ownersToken()}`, 'content-type': 'application/json' };
  const response = await fetch(url, { ...init, headers });
  return (await response.json()) as Config;
}

const readConfig = () => configAs();

async function saveElsewhere(change: Partial<Config>): Promise<Config> {
  const { version } = await readConfig();
  return configAs({ method: 'PUT', body: JSON.stringify({ ...change, version }) });
}

async function ownersToken(): Promise<string> {
  const token = await app.whop.signUserToken({ userId: owner });
  const response = await fetch(`${app.url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'x-whop-user-token': token, 'content-type': 'application/json' },
    body: JSON.stringify({ communityId: companyId }),
  });
  return ((await response.json()) as { token: string }).token;
}
