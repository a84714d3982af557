import { expect, it } from 'vitest';
import { board, reward, rewards } from '../../testing/samples.ts';
import { allGone, holdTimers, keptElements } from '../support/kept.ts';
import { openBrowser } from '../support/open-browser.ts';
import { ScriptedApi } from '../support/scripted-api.ts';
import { StrangersPage, widgets, type PageOptions } from '../support/strangers-page.ts';

const opened = openBrowser();
const tags = ['rank-card', 'leaderboard', 'reward-list', 'level-badge', 'activity', 'toast'].map(
  (name) => `wee5-${name}`,
);
const all = `${widgets}<wee5-level-badge user="user_maya"></wee5-level-badge><wee5-activity></wee5-activity><wee5-toast></wee5-toast>`;

async function openPage(options: PageOptions, api?: ScriptedApi): Promise<StrangersPage> {
  const there = api ?? (await ScriptedApi.start());
  return StrangersPage.openAt(opened.browser, there, { before: holdTimers, ...options });
}

/** Two hundred of each come and go, fifty of them for long enough to be shown. */
function comeAndGo(site: StrangersPage, body = all): Promise<unknown> {
  return site.evaluate(`(async () => {
    for (let round = 0; round < 200; round++) {
      document.body.innerHTML = ${JSON.stringify(body)};
      if (round % 4 === 0) await new Promise((done) => requestAnimationFrame(done));
    }
    document.body.replaceChildren();
  })()`);
}

it('keeps nothing of two hundred widgets that came and went', async () => {
  const site = await openPage({ body: all });
  await site.live();
  await comeAndGo(site);
  await allGone(site.page, tags);
  expect(site.errors).toEqual([]);
}, 60_000);

it('would find a single widget that is kept', async () => {
  const site = await openPage({ body: all });
  await site.live();
  await site.evaluate(`globalThis.kept = document.querySelector('wee5-activity'); document.body.replaceChildren()`);
  await expect.poll(() => keptElements(site.page, tags)).toMatchObject({ 'wee5-activity': 1, 'wee5-toast': 0 });
  await site.evaluate('delete globalThis.kept');
  await allGone(site.page, tags);
});

it('keeps none that waits for an answer of the API, which never comes', async () => {
  const site = await openPage({ body: all });
  await site.live();
  site.api.instead.set('/', 'silence');
  const before = site.api.asked.length;
  await comeAndGo(site);
  await allGone(site.page, tags);
  expect(site.api.asked.slice(before).some((path) => path.includes('/activity'))).toBe(true);
  expect(site.errors).toEqual([]);
}, 60_000);

it('keeps none that waits for a part of the script, which never comes', async () => {
  const body = all.replace('<wee5-leaderboard', '$& layout="podium"');
  const site = await openPage({ body, type: 'text/html' });
  await site.live();
  await comeAndGo(site, body);
  await allGone(site.page, tags);
}, 60_000);
