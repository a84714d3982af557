import type { Page } from 'puppeteer-core';
import { expect, it, onTestFinished } from 'vitest';
import { openInWhop } from '../../../../api/tests/support/whop-frame.ts';
import { layoutShiftBudget } from '../../../widgets/build/budgets.ts';
import type { startWhopApp } from '../../src/examples/whop-app.ts';
import { wordsOf } from '../../src/examples/watched-page.ts';
import { Demo, waitFor } from '../support/examples.ts';

const demo = new Demo();

it.each(['/', '/pinned.html'])(
  'script-tag shows three live widgets at %s, and nothing moves',
  async (path) => {
    const { url } = await demo.start('script-tag');
    const page = await demo.visit(url + path);
    await waitFor(page, 'wee5-rank-card', /Chidi Okafor .*XP .*Live/);
    await waitFor(page, 'wee5-leaderboard', /Ana Duarte .*\d members .*Live/);
    await waitFor(page, 'wee5-reward-list', /Inner circle .*Call with the founder .*Live/);
    expect(await page.evaluate('globalThis.layoutShift')).toBeLessThanOrEqual(layoutShiftBudget);
    await demo.seeLevelUp(page, 'user_chidi');
  },
);

it('script-tag’s pinned page takes the script that the server runs, and no other', async () => {
  const { url } = await demo.start('script-tag');
  const pinned = await (await fetch(`${url}/pinned.html`)).text();
  const { file, integrity } = (await (await fetch(`${demo.url}/widgets/v1/integrity.json`)).json()) as {
    file: string;
    integrity: string;
  };
  expect(pinned).toContain(`src="${demo.url}/widgets/v1/${file}"`);
  expect(pinned).toContain(`integrity="${integrity}"`);

  const page = await demo.browser.newPage();
  await page.setContent(pinned.replace(integrity, integrity.replace(/-...../, '-AAAAA')));
  const refused = await page.evaluate('[document.querySelector("script").integrity, typeof globalThis.Wee5]');
  expect(refused).toEqual([expect.stringContaining('-AAAAA'), 'undefined']);
  await page.close();
});

it('vite shows a widget from npm and a list of its own, which move together', async () => {
  const { url } = await demo.start('vite');
  const page = await demo.visit(url);
  await waitFor(page, 'wee5-rank-card', /Chidi Okafor/);
  await waitFor(page, '#podium', /^(.+: [\d,]+ XP ?){3}$/);

  await demo.seeLevelUp(page, 'user_chidi');
  const read = await fetch(`${demo.url}/api/v1/communities/biz_demo/members/user_chidi`);
  const { xp } = (await read.json()) as { xp: number };
  await waitFor(page, '#podium', `Chidi Okafor: ${xp.toLocaleString('en')} XP`);
});

it('server-token shows whoever has logged in their own, and a visitor nothing', async () => {
  const { url } = await demo.start('server-token');
  const token = await fetch(`${url}/wee5-token`);
  expect([token.status, await token.text()]).toEqual([401, 'Log in first.']);

  const page = await demo.visit(url);
  await logIn(page, 'chidi');
  await waitFor(page, 'wee5-rank-card', /Chidi Okafor/);
  await waitFor(page, 'wee5-reward-list', /Regular .*Unlocked/);
  expect(await tokenIn(page)).toMatchObject({ sub: 'user_chidi', community_id: 'biz_demo' });
  expect(await page.content()).not.toContain('sk_');
  await demo.seeLevelUp(page, 'user_chidi');

  await press(page, 'Log out');
  await logIn(page, 'june');
  await waitFor(page, 'wee5-rank-card', /June Park/);
});

async function logIn(page: Page, name: string): Promise<void> {
  await page.type('input[name=name]', name);
  await press(page, 'Log in');
}

async function press(page: Page, name: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.locator(`button ::-p-text(${name})`).click()]);
}

/** What the token says that the page gets from its server. */
async function tokenIn(page: Page): Promise<unknown> {
  const token = (await page.evaluate(`fetch('/wee5-token').then((response) => response.text())`)) as string;
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

it('whop-app shows whoever looks at it inside Whop their own', async () => {
  const { url } = await demo.start('whop-app');
  const page = await demo.visit(url);
  const frame = await (await page.waitForSelector('iframe'))?.contentFrame();
  if (!frame) throw new Error('There is no frame.');
  await waitFor(frame, 'wee5-rank-card', /Chidi Okafor/);
  await waitFor(frame, 'wee5-leaderboard', /Chidi Okafor You/);
  await waitFor(frame, 'wee5-reward-list', /Regular .*Unlocked/);
  await demo.seeLevelUp(frame, 'user_chidi');
  expect(await wordsOf(frame, 'wee5-leaderboard')).toContain('Live');
});

it('whop-app asks its own origin who looks, reads from Wee5 itself, and follows Whop’s theme', async () => {
  const { appUrl } = (await demo.start('whop-app')) as Awaited<ReturnType<typeof startWhopApp>>;
  const userToken = () => demo.signUserToken('user_emre');
  const path = '/experiences/exp_simulated';
  const { page, frame, complaints, relayed } = await openInWhop(demo.browser, {
    appUrl,
    path,
    userToken,
    theme: 'dark',
  });
  onTestFinished(() => page.close());
  await waitFor(frame, 'wee5-rank-card', /Emre 🚀 Yıldız/);
  await demo.seeLevelUp(frame, 'user_emre');
  expect(await frame.evaluate(`document.querySelector('meta[name=color-scheme]').content`)).toBe('dark');
  expect(relayed.filter((request) => request.includes('/api/'))).toEqual(['POST /api/v1/sessions']);
  expect(complaints).toEqual([]);
});

it('whop-app sends away whoever comes without Whop', async () => {
  const { appUrl } = (await demo.start('whop-app')) as Awaited<ReturnType<typeof startWhopApp>>;
  const answer = await fetch(`${appUrl}/experiences/exp_simulated`);
  expect([answer.status, await answer.text()]).toEqual([401, 'Open this app inside Whop.']);
});
