import { expect, it } from 'vitest';
import { board, card, entry, reward, rewards } from '../../testing/samples.ts';
import { hostileNames } from '../../../../api/tests/support/hostile-names.ts';
import { openBrowser } from '../support/open-browser.ts';
import { ScriptedApi } from '../support/scripted-api.ts';
import { StrangersPage } from '../support/strangers-page.ts';

const opened = openBrowser();
const unreadable: [about: string, name: string][] = [
  ['10,000 characters', 'W'.repeat(10_000)],
  ['a bidirectional override', '\u202Etxt.exe\u2066\u2067'],
  ['nothing but zero width', '\u200B\u200C\u200D\uFEFF\u2060'],
  ['lone surrogates', '\uD800 and \uDFFF'],
  ['1,000 marks on one letter', `Z${'\u0351'.repeat(1000)}`],
  ['control characters', '\0\u0007\u001B[31m'],
];
const names = [...hostileNames, ...unreadable];

async function openWith(answers: Record<string, object>, body?: string): Promise<StrangersPage> {
  const api = await ScriptedApi.start();
  for (const [path, answer] of Object.entries(answers)) api.instead.set(path, answer);
  return StrangersPage.openAt(opened.browser, api, { before: watchForHarm, ...(body && { body }) });
}

it('shows whatever members and rewards are called as text, within the widgets', async () => {
  const entries = names.map(([, displayName], index) => entry(index, { displayName }));
  const list = names.map(([, name], index) => ({
    ...reward(index, { name, description: name }),
    rewardId: `${index}`,
  }));
  const [, first] = names[0]!;
  const site = await openWith({
    '/leaderboard': board({ entries }),
    '/members/': card({ displayName: first, username: first, levelName: first }),
    '/rewards': rewards(list),
  });
  await site.live();
  const shown = await site.textOf('wee5-leaderboard');
  for (const [about, name] of hostileNames) expect(shown, about).toContain(name);
  expect(await site.evaluate(`harm`)).toEqual([]);
  const wide = `['wee5-rank-card', 'wee5-leaderboard', 'wee5-reward-list'].filter((tag) => {
    const { scrollWidth, clientWidth } = document.querySelector(tag).shadowRoot.querySelector('.root');
    return scrollWidth > clientWidth; })`;
  expect(await site.evaluate(wide)).toEqual([]);
  const rows = `[...document.querySelector('wee5-leaderboard').shadowRoot.querySelectorAll('tbody tr')].map((it) => it.offsetHeight)`;
  expect(new Set(await site.evaluate<number[]>(rows))).toEqual(new Set([44]));
  expect(site.errors).toEqual([]);
});

const links = [
  'javascript:harm.push(1)',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="parent.harm.push(1)"/>',
  'blob:null/1',
  'file:///etc/passwd',
  'https://user:secret@example.com/a.png',
  '//evil.example/a.png',
  'https://[broken',
  ' \njavascript:harm.push(1)',
];

it('loads no picture and follows no link that is not plain https', async () => {
  const entries = links.map((avatarUrl, index) => entry(index, { avatarUrl }));
  const list = links.map((imageUrl, index) => ({
    ...reward(index, { imageUrl }),
    rewardId: `${index}`,
    metadata: { url: imageUrl },
  }));
  const site = await openWith({
    '/leaderboard': board({ entries }),
    '/members/': card({ avatarUrl: links[0]! }),
    '/rewards': rewards(list),
  });
  await site.live();
  const loaded = `[...document.querySelectorAll('wee5-rank-card, wee5-leaderboard, wee5-reward-list')]
    .flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll('[src], [href]')].map((it) => it.outerHTML))`;
  expect(await site.evaluate(loaded)).toEqual([]);
  expect(await site.evaluate(`harm`)).toEqual([]);
});

it.each([
  ['that is broken', 'broken' as const],
  ['that never comes', 'silence' as const],
  ['that is a page', '<script>harm.push(1)</script>'],
])('shows everything beside a picture %s', async (_about, answer) => {
  const api = await ScriptedApi.start();
  const avatarUrl = `${api.url}/picture.png`;
  api.instead.set('/picture', answer);
  api.instead.set('/members/', card({ avatarUrl }));
  const site = await StrangersPage.openAt(opened.browser, api, {
    before: watchForHarm,
    body: '<wee5-rank-card></wee5-rank-card>',
  });
  await site.live();
  expect(await site.textOf('wee5-rank-card')).toContain('Maya Chen');
  const initial = () => site.textOf('wee5-rank-card');
  if (answer !== 'silence') await expect.poll(initial).toMatch(/^\s*M\s/);
  expect(await site.evaluate(`harm`)).toEqual([]);
});

it('a picture of any size takes no more room than another', async () => {
  const api = await ScriptedApi.start();
  const site = await StrangersPage.openAt(opened.browser, api, { body: '<wee5-rank-card></wee5-rank-card>' });
  await site.live();
  const height = `document.querySelector('wee5-rank-card').offsetHeight`;
  const before = await site.evaluate(height);
  await site.evaluate(`(() => {
    const avatar = document.querySelector('wee5-rank-card').shadowRoot.querySelector('.avatar');
    const image = new Image(10_000, 10_000);
    image.src = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="10000" height="10000"/>';
    image.removeAttribute('width'); image.removeAttribute('height');
    avatar.replaceChildren(image);
    return image.decode();
  })()`);
  expect(await site.evaluate(height)).toBe(before);
});

/** Whatever does harm says so here. */
const watchForHarm = `
  globalThis.harm = [];
  globalThis.alert = () => harm.push('alert');
`;
