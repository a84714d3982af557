import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { bundleForPage } from '../../../testing/page-script.ts';
import { allWidgets, memberScript, shown } from '../member-page.ts';
import { complaintsOf, sees, type Visitor } from '../visitor.ts';

const example = new URL('../../../../../examples/script-tag/index.html', import.meta.url);
const main = ['wee5-rank-card', 'wee5-leaderboard', 'wee5-reward-list'];

export function data(visitor: Visitor): void {
  it('the example with the script tag shows its widgets, and they move together', async () => {
    const { site, tab } = visitor;
    const page = await readFile(example, 'utf8');
    const body = page.replaceAll('http://localhost:3000', 'API').replace(/^[^]*?(<script async)/, '$1');
    await tab.open(site.addPage('/example', { body }));
    for (const tag of main) await sees(tab, tag, shown[tag]!);
    await tab.evaluate('globalThis.isSame = true');

    await site.act('level-up', 'user_chidi');
    const xp = (await site.xpOf('user_chidi')).toLocaleString('en');
    for (const tag of ['wee5-rank-card', 'wee5-leaderboard']) await sees(tab, tag, xp);
    expect(await tab.evaluate('isSame')).toBe(true);
    expect(await complaintsOf(tab)).toEqual([]);
  });

  it('all widgets of the npm package show a member their own, and a toast tells of a level', async () => {
    const { site, token } = visitor;
    site.addFile('/npm.js', await bundleForPage());
    const configure = `Wee5.configure({ api: 'API', community: 'biz_demo', getToken: () => Promise.resolve('${token}') })`;
    const head = `<script type="module">import '/npm.js'; ${configure}</script>`;
    await showsAll(site.addPage('/npm', { head, body: allWidgets }), visitor);
  });

  it('all widgets of the script tag show a member their own, and a toast tells of a level', async () => {
    const { site, token } = visitor;
    await showsAll(site.addPage('/all', { head: memberScript(token), body: allWidgets }), visitor);
  });
}

async function showsAll(page: string, { site, tab, memberId }: Visitor): Promise<void> {
  await tab.open(page);
  for (const [tag, words] of Object.entries(shown)) await sees(tab, tag, words);
  await site.act('level-up', memberId);
  await sees(tab, 'wee5-toast', /You (reached level \d+|unlocked)/);
  const toast = `document.querySelector('wee5-toast').shadowRoot.querySelector('.root')`;
  expect(await tab.evaluate(`${toast}.matches(':popover-open')`)).toBe(true);
  expect(await complaintsOf(tab)).toEqual([]);
}
