import { expect, it } from 'vitest';
import { openBrowser } from '../support/open-browser.ts';
import { StrangersPage } from '../support/strangers-page.ts';

const opened = openBrowser({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
const open = (options: Parameters<typeof StrangersPage.open>[1]) =>
  StrangersPage.open(opened.browser, options);

/** A page whose minutes are as short as half a second: nobody sits one out for a test. */
const hurried = `{
  const real = setTimeout;
  globalThis.setTimeout = (run, wait = 0, ...more) => real(run, wait >= 60_000 ? wait / 120 : wait, ...more);
}`;
/** What the browser says of the page's tab. */
const hideable = `{
  let state = 'visible';
  Object.defineProperty(document, 'visibilityState', { get: () => state });
  Object.defineProperty(document, 'hidden', { get: () => state === 'hidden' });
  globalThis.become = (next) => { state = next; document.dispatchEvent(new Event('visibilitychange')); };
}`;

it('fifty widgets of a page have one connection, and ask once for what they share', async () => {
  const three =
    '<wee5-rank-card user="user_maya"></wee5-rank-card><wee5-leaderboard></wee5-leaderboard><wee5-reward-list></wee5-reward-list>';
  const site = await open({
    body: three.repeat(16) + '<wee5-level-badge user="user_maya"></wee5-level-badge>'.repeat(2),
  });
  await site.live();
  expect(site.api.opened).toBe(1);
  expect(site.api.asked.length).toBeLessThanOrEqual(5);
});

it('widgets of three communities have a connection each', async () => {
  const body = ['biz_a', 'biz_b', 'biz_c'].map(
    (id) => `<wee5-leaderboard community="${id}"></wee5-leaderboard>`,
  );
  const site = await open({ body: body.join('').repeat(2) });
  await site.live();
  expect(site.api.asked.filter((path) => path.endsWith('/live')).toSorted()).toEqual(
    ['a', 'b', 'c'].map((id) => `/api/v1/communities/biz_${id}/live`),
  );
});

it('a page whose last widget is gone has no connection, and one that moves keeps it', async () => {
  const site = await open({});
  await site.live();
  await site.evaluate(`document.body.append(document.querySelector('wee5-leaderboard'))`);
  await site.evaluate(
    `document.querySelectorAll('wee5-rank-card, wee5-reward-list').forEach((it) => it.remove())`,
  );
  expect(site.api.streams.size).toBe(1);
  expect(site.api.opened).toBe(1);
  await site.evaluate(`document.body.replaceChildren()`);
  await expect.poll(() => site.api.streams.size).toBe(0);
});

it('a page that nobody sees closes its connection and waits for nothing, and is live again when seen', async () => {
  const site = await open({ before: hurried + hideable });
  await site.live();
  await site.evaluate(`become('hidden')`);
  await expect.poll(() => site.api.streams.size).toBe(0);
  const asked = site.api.asked.length;
  await site.evaluate('new Promise((done) => setTimeout(done, 500))');
  expect(site.api.asked.length).toBe(asked);
  site.api.changeCard(5300);
  await site.evaluate(`become('visible')`);
  await expect.poll(() => site.textOf('wee5-rank-card')).toMatch(/5,300[^]*Live/);
});

it('nothing of the widgets keeps the browser from putting a page away', async () => {
  expect(await hindrances('')).toEqual([]);
  // What such a hindrance looks like.
  expect(await hindrances(`addEventListener('unload', () => {})`)).not.toEqual([]);
});

it('a page that was put away has no connection, and is live again when the reader is back', async () => {
  const site = await open({});
  await site.live();
  await site.evaluate(`dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))`);
  await expect.poll(() => site.api.streams.size).toBe(0);
  site.api.changeCard(5300);
  await site.evaluate(`dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`);
  await expect.poll(() => site.textOf('wee5-rank-card')).toMatch(/5,300[^]*Live/);
});

/** Why a browser could not keep the page, of what the page itself is to blame for. */
async function hindrances(before: string): Promise<string[]> {
  const site = await open({ before, more: { '/elsewhere': '<!doctype html><title>Elsewhere</title>' } });
  await site.live();
  const session = await site.page.createCDPSession();
  await session.send('Page.enable');
  const told = new Promise<string[]>((resolve) => {
    session.on('Page.backForwardCacheNotUsed', ({ notRestoredExplanations }) =>
      // The others are of the browser that tests run in, which keeps no pages at all.
      resolve(
        notRestoredExplanations.filter(({ type }) => type !== 'Circumstantial').map(({ reason }) => reason),
      ),
    );
  });
  await site.page.goto(`${site.url}/elsewhere`);
  await site.page.goBack({ waitUntil: 'domcontentloaded' });
  return told;
}
