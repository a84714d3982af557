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

/** One of each, on show. */
async function openAll(): Promise<StrangersPage> {
  const site = await openPage({ body: all });
  await site.live();
  await site.evaluate(`Promise.all(${JSON.stringify(tags)}.map((tag) => customElements.whenDefined(tag)))`);
  return site;
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
  const site = await openAll();
  await comeAndGo(site);
  await allGone(site.page, tags);
  expect(site.errors).toEqual([]);
}, 60_000);

it('would find a single widget that is kept', async () => {
  const site = await openAll();
  await site.evaluate(
    `globalThis.kept = document.querySelector('wee5-activity'); document.body.replaceChildren()`,
  );
  await expect
    .poll(() => keptElements(site.page, tags))
    .toMatchObject({ 'wee5-activity': 1, 'wee5-toast': 0 });
  await site.evaluate('delete globalThis.kept');
  await allGone(site.page, tags);
});

it('keeps none that waits for an answer of the API, which never comes', async () => {
  const site = await openAll();
  site.api.instead.set('/', 'silence');
  const before = site.api.asked.length;
  await comeAndGo(site);
  await allGone(site.page, tags);
  expect(site.api.asked.slice(before).some((path) => path.includes('/activity'))).toBe(true);
  expect(site.errors).toEqual([]);
}, 60_000);

it('keeps none that waits for a part of the script, which never comes', async () => {
  const api = await ScriptedApi.start();
  for (const part of ['wee5-lively', 'wee5-de']) api.instead.set(part, 'silence');
  const toast = '<wee5-toast></wee5-toast>';
  const body = `${widgets.replace('<wee5-leaderboard', '$& layout="podium"')}<wee5-rank-card lang="de"></wee5-rank-card>${toast}`;
  const site = await openPage({ body }, api);
  await expect.poll(() => site.textOf('wee5-leaderboard')).toContain('1,204 members');
  await site.evaluate(`customElements.whenDefined('wee5-toast')`);
  await comeAndGo(site, body);
  await allGone(site.page, ['wee5-rank-card', 'wee5-leaderboard', 'wee5-reward-list', 'wee5-toast']);
  expect(site.errors).toEqual([]);
}, 60_000);

it('keeps no list that waits for what becomes of a claim, nor a board that waits for more rows', async () => {
  const api = await ScriptedApi.start();
  const list = [reward(3, { type: 'custom', state: 'unlocked', unlockedAt: '2026-11-20T18:06:00Z' })];
  api.instead.set('/claim', 'silence');
  api.instead.set('cursor=', 'silence');
  api.instead.set('/rewards', rewards(list));
  api.instead.set('/leaderboard', board({ nextCursor: 'more' }));
  const body =
    '<wee5-reward-list user="me"></wee5-reward-list><wee5-leaderboard limit="100"></wee5-leaderboard>';
  const site = await openPage({ body }, api);
  await site.live();
  for (const [tag, words] of Object.entries({
    'wee5-reward-list': 'Claim',
    'wee5-leaderboard': 'Show more',
  })) {
    await expect.poll(() => site.textOf(tag)).toContain(words);
    await site.evaluate(`[...document.querySelector('${tag}').shadowRoot.querySelectorAll('button')]
      .find(({ textContent }) => textContent.includes('${words}')).click()`);
  }
  await expect.poll(() => api.asked.filter((path) => /claim|cursor=/.test(path))).toHaveLength(2);
  await site.evaluate('document.body.replaceChildren()');
  await allGone(site.page, ['wee5-reward-list', 'wee5-leaderboard']);
  expect(site.errors).toEqual([]);
});
