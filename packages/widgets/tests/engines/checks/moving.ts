import { expect, it } from 'vitest';
import { allWidgets, memberScript, shown } from '../member-page.ts';
import { becomes, complaintsOf, sees, type Visitor } from '../visitor.ts';

/**
 * Whether a page that was left comes back as it was: WebKit keeps it. Firefox keeps none that hears a stream, whenever
 * that is closed, and Chromium none where nobody sees it; they load it anew.
 */
const comesBack: Record<string, string> = { Chromium: 'loaded', Firefox: 'loaded', WebKit: 'kept' };

export function moving(visitor: Visitor): void {
  it('a page that one comes back to is live again, and shows what has happened meanwhile', async () => {
    const { engine, site, tab, token, memberId } = visitor;
    const left = site.addPage('/left', { head: memberScript(token), body: allWidgets });
    await tab.open(left);
    for (const [tag, words] of Object.entries(shown)) await sees(tab, tag, words);
    await tab.open(site.addPage('/elsewhere', { body: '<p>Elsewhere</p>' }));
    await site.act('level-up', memberId);
    const xp = (await site.xpOf(memberId)).toLocaleString('en');

    await tab.back();
    await sees(tab, 'wee5-rank-card', `${xp} / `);
    await sees(tab, 'wee5-rank-card', /Live/);
    expect(await tab.evaluate('notes.shown.at(-1)')).toBe(comesBack[engine]);
    expect(await complaintsOf(tab)).toEqual([]);
  });

  it('widgets that are moved, taken out and put back go on', async () => {
    const { site, tab, token, memberId } = visitor;
    await tab.open(site.addPage('/moved', { head: memberScript(token), body: `${allWidgets}<main></main>` }));
    for (const [tag, words] of Object.entries(shown)) await sees(tab, tag, words);
    await tab.evaluate(`(() => {
      const main = document.querySelector('main');
      const widgets = [...document.querySelectorAll('wee5-rank-card, wee5-leaderboard, wee5-reward-list')];
      main.append(...widgets);
      for (const widget of widgets) widget.remove();
      main.append(...widgets.toReversed());
    })()`);
    await site.act('level-up', memberId);
    const xp = (await site.xpOf(memberId)).toLocaleString('en');
    for (const tag of ['wee5-rank-card', 'wee5-leaderboard']) await sees(tab, tag, xp);
    await becomes(tab, `document.querySelector('main > wee5-rank-card').offsetHeight > 100`);
    expect(await complaintsOf(tab)).toEqual([]);
  });
}
