import { expect, it } from 'vitest';
import { openBrowser } from '../support/open-browser.ts';
import { StrangersPage } from '../support/strangers-page.ts';

const opened = openBrowser();
const open = (body = '') => StrangersPage.open(opened.browser, { body });
const card = `document.querySelector('wee5-rank-card')`;

it('takes properties and attributes that were set before the script came', async () => {
  const before = `addEventListener('DOMContentLoaded', () => {
    document.querySelector('#property').user = 'user_by_property';
    document.querySelector('#attribute').setAttribute('user', 'user_by_attribute');
    document.querySelector('#property').limit = 3;
  })`;
  const site = await StrangersPage.open(opened.browser, {
    before,
    tags: ' ',
    body: `<wee5-rank-card id="property"></wee5-rank-card><wee5-rank-card id="attribute"></wee5-rank-card>`,
  });
  await site.evaluate(
    `{ const script = document.createElement('script'); script.src = '${site.api.url}/widgets/v1/wee5.js'; script.dataset.community = 'biz_demo'; document.head.append(script); }`,
  );
  await site.live();
  const asked = site.api.asked
    .filter((path) => path.includes('/members/'))
    .map((path) => path.split('/').at(-1));
  expect(new Set(asked)).toEqual(new Set(['user_by_property', 'user_by_attribute']));
});

it('shows at once what it showed before, where an element is moved, and a clone shows the same', async () => {
  const site = await open('<wee5-rank-card user="user_maya"></wee5-rank-card><div></div>');
  await site.live();
  const asked = site.api.asked.length;
  await site.evaluate(
    `document.querySelector('div').append(${card}); document.body.append(${card}.cloneNode(true))`,
  );
  await site.live();
  expect(site.api.asked.length).toBe(asked);
  const same = `(([one, two]) => one.shadowRoot.querySelector('.root').innerText === two.shadowRoot.querySelector('.root').innerText)(document.querySelectorAll('wee5-rank-card'))`;
  expect(await site.evaluate(same)).toBe(true);
});

it.each([
  [
    'a fragment',
    `{ const it = ${card}; document.createDocumentFragment().append(it); document.body.append(it); }`,
  ],
  [
    'an inert document',
    `{ const it = ${card}; document.implementation.createHTMLDocument().body.append(it); document.body.append(it); }`,
  ],
  [
    'a template',
    `{ const it = ${card}; const t = document.createElement('template'); t.content.append(it); document.body.append(t.content); }`,
  ],
])('keeps its looks and stays live on the way through %s', async (_about, move) => {
  const site = await open('<wee5-rank-card user="user_maya"></wee5-rank-card>');
  await site.live();
  const height = await site.evaluate(`${card}.offsetHeight`);
  await site.evaluate(move);
  await expect.poll(() => site.evaluate(`${card}.offsetHeight`)).toBe(height);
  await site.live();
  expect(await site.evaluate(`getComputedStyle(${card}.shadowRoot.querySelector('.root')).display`)).toBe(
    'flex',
  );
  expect(site.errors).toEqual([]);
});

it('has its looks in a frame’s document, and again back in the page’s', async () => {
  const site = await open('<wee5-rank-card user="user_maya"></wee5-rank-card><iframe></iframe>');
  await site.live();
  await site.evaluate(
    `globalThis.moved = ${card}; document.querySelector('iframe').contentDocument.body.append(moved)`,
  );
  const display = `moved.ownerDocument.defaultView.getComputedStyle(moved.shadowRoot.querySelector('.root')).display`;
  await expect.poll(() => site.evaluate(display)).toBe('flex');
  await expect.poll(() => site.evaluate(`moved.shadowRoot.textContent`)).toContain('Live');
  await site.evaluate(`document.body.append(moved)`);
  await expect.poll(() => site.evaluate(display)).toBe('flex');
  await site.live();
  expect(site.errors).toEqual([]);
});

it('may be removed by its own event’s handler', async () => {
  const site = await open(
    '<wee5-rank-card user="user_maya"></wee5-rank-card><wee5-leaderboard></wee5-leaderboard>',
  );
  await site.live();
  await site.evaluate(
    `globalThis.heard = 0; document.addEventListener('wee5-leveled-up', ({ target }) => { heard++; target.remove(); })`,
  );
  site.api.changeCard(60_000);
  site.api.hangUp();
  await expect.poll(() => site.evaluate('heard'), { timeout: 10_000 }).toBe(1);
  await site.live();
  expect(await site.evaluate(card)).toBeNull();
  expect(site.errors).toEqual([]);
});

it('is at peace with a page that replaces everything while it loads, and with one that changes its route', async () => {
  const site = await open('<main><wee5-rank-card user="user_maya"></wee5-rank-card></main>');
  await site.page.waitForFunction('globalThis.Wee5');
  for (const tag of ['rank-card', 'leaderboard', 'reward-list', 'leaderboard', 'rank-card']) {
    await site.evaluate(
      `history.pushState({}, '', '/${tag}'); document.querySelector('main').innerHTML = '<wee5-${tag} user="user_maya"></wee5-${tag}>'`,
    );
  }
  await site.live();
  expect(await site.textOf('wee5-rank-card')).toContain('Maya Chen');
  expect(site.api.streams.size).toBe(1);
  expect(site.errors).toEqual([]);
});

it('shows what is right where attributes cannot be', async () => {
  const site =
    await open(`<wee5-leaderboard limit="-5" window="nonsense" windows="((" layout="x" theme="x" lang="!!" dir="x" board="?" at="never" around="#"></wee5-leaderboard>
    <wee5-rank-card user="../../x?y#z" lang="x-klingon"></wee5-rank-card><wee5-reward-list api="http://[" lang=" "></wee5-reward-list>`);
  const says = `[...document.body.children].map((it) => it.shadowRoot?.querySelector('.root:not(.loading)')?.innerText.trim() ? 1 : 0).join('')`;
  await expect.poll(() => site.evaluate(says), { timeout: 5000 }).toBe('111');
  expect(site.api.asked.filter((path) => path.includes('/members/'))[0]).toContain(
    '/members/..%2F..%2Fx%3Fy%23z',
  );
  expect(site.errors).toEqual([]);
});
