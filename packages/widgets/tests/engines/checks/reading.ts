import { expect, it } from 'vitest';
import { allWidgets, memberScript, shown } from '../member-page.ts';
import { becomes, complaintsOf, sees, type Visitor } from '../visitor.ts';

const focus = `(() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
})()`;

export function reading(visitor: Visitor): void {
  it('tabs are walked with arrows, and a reward is claimed, by keyboard alone', async () => {
    const { site, tab, token } = visitor;
    const body = `<a href="#here" id="before">Before</a>${allWidgets}`;
    await tab.open(site.addPage('/keys', { head: memberScript(token), body }));
    for (const [tag, words] of Object.entries(shown)) await sees(tab, tag, words);
    await tab.evaluate(`document.querySelector('#before').focus()`);

    await pressUntil(`${focus}.getAttribute('role') === 'tab'`);
    expect(await tab.evaluate(`${focus}.id`)).toBe('all');
    await tab.press('ArrowLeft');
    await becomes(tab, `${focus}.id === 'month' && ${focus}.ariaSelected === 'true'`);
    await sees(tab, 'wee5-leaderboard', /Ana Duarte/);
    expect(
      await tab.evaluate(`[getComputedStyle(${focus}).outlineStyle, ${focus}.matches(':focus-visible')]`),
    ).toEqual(['solid', true]);

    await pressUntil(
      `${focus}.part.contains('claim') && ${focus}.closest('[part~=reward]').textContent.includes('Strategy call')`,
    );
    await tab.press('Enter');
    await sees(tab, 'wee5-reward-list', /Claimed .*WINTER-4711/);
    expect(await tab.evaluate(`${focus}.localName`)).toBe('button');
    expect(await complaintsOf(tab)).toEqual([]);
  });

  async function pressUntil(expression: string): Promise<void> {
    for (let presses = 0; presses < 40; presses += 1) {
      await visitor.tab.press('Tab');
      if (await visitor.tab.evaluate<boolean>(`Boolean(${expression})`)) return;
    }
    throw new Error(`Tab never comes to where ${expression}`);
  }

  it.each([
    ['de', /\d\.\d{3} .*XP/],
    ['hi-IN', /\d,\d{3} .*XP/],
    ['ja', /XP/],
    ['pt-BR', /\d\.\d{3} .*XP/],
  ])('numbers and times are those of %s', async (language, words) => {
    const { site, tab, token } = visitor;
    await tab.open(
      site.addPage(`/words-${language}`, {
        attributes: `lang="${language}"`,
        head: memberScript(token),
        body: allWidgets,
      }),
    );
    await sees(tab, 'wee5-rank-card', words);
    await sees(tab, 'wee5-activity', /\+15/);
    expect(await complaintsOf(tab)).toEqual([]);
  });
}
