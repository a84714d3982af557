import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chromiumArguments, findChromium } from '../testing/chromium.ts';
import { card } from '../testing/samples.ts';
import { Site, topic } from './support/site.ts';

let browser: Browser;

beforeAll(async () => {
  const executablePath = await findChromium();
  browser = await puppeteer.launch({ executablePath, args: chromiumArguments, headless: 'shell' });
}, 120_000);
afterAll(() => browser.close());

it('moves a member’s card over Realtime, with a script tag of another origin and a strict policy', async () => {
  const site = await Site.open(browser, { head: `<script>${withToken}</script>` });
  await expect.poll(() => site.textOf('wee5-rank-card')).toContain('Live');
  await expect.poll(() => site.realtime.topics).toEqual([topic]);
  expect(await site.textOf('wee5-rank-card')).toContain('5,210 / 5,775 XP');

  const { userId, level } = site.card;
  site.card = card({ xp: 5300, version: 2 });
  site.realtime.broadcast(topic, 'community.changed', { version: 2, changed: [{ userId, xp: 5300, level }] });
  await expect.poll(() => site.textOf('wee5-rank-card')).toContain('5,300 / 5,775 XP');
  expect(site.asked('/widgets/v1/wee5-realtime.')).toHaveLength(1);
  expect(site.asked('/live')).toEqual([]);
  expect(new Set(site.asked('/members/'))).toEqual(
    new Set(['/api/v1/communities/biz_demo/members/me Bearer t.t.t']),
  );
  expect(site.complaints).toEqual([]);
});

it('shows a member’s own rewards in their states, for no more than a token', async () => {
  const site = await Site.open(browser, { head: `<script>${withToken}</script>` });
  await expect.poll(() => site.textOf('wee5-reward-list')).toContain('Unlocked');
  expect(site.asked('/rewards')).toEqual(['/api/v1/communities/biz_demo/rewards Bearer t.t.t']);
});

it('asks the page’s own origin, where Whop names the reader, for a session of its experience', async () => {
  const site = await Site.open(browser, { attributes: 'data-experience="exp_1"' });
  await expect.poll(() => site.realtime.topics).toEqual([topic]);
  expect(site.sessions).toEqual(['{"experienceId":"exp_1"}']);
  expect(site.asked('/members/')).toEqual(['/api/v1/communities/biz_demo/members/me Bearer t.t.t']);
});

it('loads nothing of Realtime for a visitor', async () => {
  const site = await Site.open(browser, { cardOf: card().userId });
  await expect.poll(() => site.textOf('wee5-rank-card')).toContain('5,210 / 5,775 XP');
  await expect.poll(() => site.asked('/live')).toHaveLength(1);
  expect(site.asked('/widgets/v1/wee5-realtime.')).toEqual([]);
});

it('takes the stream where the page’s policy keeps sockets out', async () => {
  const site = await Site.open(browser, { head: `<script>${withToken}</script>`, sockets: false });
  await expect.poll(() => site.asked('/live')).toHaveLength(1);
  expect(site.realtime.opened).toEqual([]);
});

it('shows the first data where the parts of its script are gone after a release', async () => {
  const site = await Site.open(browser, { head: `<script>${withToken}</script>`, parts: false });
  await expect.poll(() => site.textOf('wee5-rank-card')).toContain('5,210 / 5,775 XP');
  await expect.poll(() => site.textOf('wee5-reward-list')).toContain('Inner circle');
  await expect.poll(() => site.asked('/widgets/v1/wee5-live.')).not.toEqual([]);
  expect(site.asked('/live')).toEqual([]);
  expect(site.complaints).toEqual([]);
});

const withToken = `customElements.whenDefined('wee5-rank-card').then(() =>
  Wee5.configure({ getToken: () => Promise.resolve('t.t.t') }))`;
