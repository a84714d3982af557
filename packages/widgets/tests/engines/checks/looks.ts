import { expect, it } from 'vitest';
import { allWidgets, memberScript, shown } from '../member-page.ts';
import { becomes, complaintsOf, sees, styleOf, textOf, type Visitor } from '../visitor.ts';

const card: [string, string] = ['wee5-rank-card', '[part~=card]'];
const ring: [string, string] = ['wee5-rank-card', '.done'];

export function looks(visitor: Visitor): void {
  const addPage = (path: string, attributes = 'lang="en"', head = '') =>
    visitor.site.addPage(path, { attributes, head: memberScript(visitor.token) + head, body: allWidgets });

  it('a card is light or dark as its page is, its accent at a lightness that reads', async () => {
    const { tab } = visitor;
    const accent = '<style>body { --wee5-accent: yellow }</style>';
    for (const [theme, isDark] of [
      ['light', false],
      ['dark', true],
    ] as const) {
      await tab.open(addPage(`/${theme}`, `lang="en" style="color-scheme: ${theme}"`, accent));
      await sees(tab, 'wee5-rank-card', shown['wee5-rank-card']!);
      expect(lightness(await styleOf(tab, card, 'background-color')) < 0.5).toBe(isDark);
      expect(lightness(await styleOf(tab, card, 'color')) > 0.5).toBe(isDark);
      const stroke = lightness(await styleOf(tab, ring, 'stroke'));
      // Yellow itself has 0.97: too light for white, as it is for black.
      expect(stroke).toBeCloseTo(isDark ? 0.97 : 0.62, 1);
    }
  });

  it('follows a reader who prefers dark, and moves nothing where less motion is preferred', async () => {
    const { calm, site, memberId } = visitor;
    await calm.open(addPage('/calm', 'lang="en" style="color-scheme: light dark"'));
    await sees(calm, 'wee5-rank-card', shown['wee5-rank-card']!);
    const preferred = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)'];
    const matches = `${JSON.stringify(preferred)}.filter((it) => matchMedia(it).matches)`;
    expect(await calm.evaluate(matches)).toEqual(preferred);
    expect(lightness(await styleOf(calm, card, 'background-color'))).toBeLessThan(0.5);
    await calm.evaluate(watchMotion);
    await site.act('level-up', memberId);
    await sees(calm, 'wee5-rank-card', (await site.xpOf(memberId)).toLocaleString('en'));
    expect(await calm.evaluate('moved')).toEqual([]);
  });

  it('moves where motion is welcome', async () => {
    const { tab, site, memberId } = visitor;
    await tab.open(addPage('/moving'));
    await sees(tab, 'wee5-rank-card', shown['wee5-rank-card']!);
    await tab.evaluate(watchMotion);
    await site.act('level-up', memberId);
    await becomes(tab, 'moved.length > 0');
  });

  it('fits 240, 480 and 900 pixels, and is laid out for its own width', async () => {
    const { tab } = visitor;
    await tab.open(addPage('/widths'));
    for (const [tag, words] of Object.entries(shown)) await sees(tab, tag, words);
    for (const [width, isBelow] of [
      [240, true],
      [480, false],
      [900, false],
    ]) {
      await tab.evaluate(`document.body.style.cssText = 'margin: 0; width: ${width}px'`);
      expect(await tab.evaluate(overflowing)).toEqual([]);
      expect(await tab.evaluate(levels)).toEqual({ isBelow, columns: 1 });
    }
    expect(await complaintsOf(tab)).toEqual([]);
  });

  it('mirrors itself on a page that reads from right to left, in its language and numbers', async () => {
    const { tab } = visitor;
    await tab.open(addPage('/rtl', 'lang="ar-EG" dir="rtl"'));
    await sees(tab, 'wee5-rank-card', /[٠-٩]/);
    await sees(tab, 'wee5-leaderboard', /Ana Duarte/);
    const [avatar, name] = await tab.evaluate<number[]>(
      `['.picture', '[part~=name]'].map((it) => document.querySelector('wee5-rank-card').shadowRoot.querySelector(it)
        .getBoundingClientRect().left)`,
    );
    expect(avatar!).toBeGreaterThan(name!);
    expect(await styleOf(tab, ['wee5-leaderboard', 'bdi'], 'text-align')).toBe('right');
    expect(await textOf(tab, 'wee5-activity')).toMatch(/[٠-٩]/);
    expect(await complaintsOf(tab)).toEqual([]);
  });
}

/** Of OKLCH, whichever way the browser writes a colour. */
function lightness(color: string): number {
  const oklch = /^okl(?:ch|ab)\(([\d.]+)/.exec(color);
  if (oklch) return Number(oklch[1]);
  throw new Error(`What lightness has ${color}?`);
}

/** Notes animations and transitions that begin from now on, anywhere in the widgets. */
const watchMotion = `(() => {
  globalThis.moved = [];
  const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const note = () => {
    for (const root of roots) for (const it of root.getAnimations()) {
      if (it.effect.getComputedTiming().duration > 1) moved.push(it.animationName ?? it.transitionProperty ?? 'animate');
    }
    requestAnimationFrame(note);
  };
  note();
})()`;

/** What stands out of its card at the side. */
const overflowing = `[...document.querySelectorAll('wee5-rank-card, wee5-leaderboard, wee5-reward-list, wee5-activity')]
  .filter((it) => it.shadowRoot.querySelector('.root').scrollWidth > it.clientWidth + 1).map(({ localName }) => localName)`;

/** Where a board has its levels: below the names (a container query), and under each other in all rows (`subgrid`). */
const levels = `(() => {
  const rows = [...document.querySelector('wee5-leaderboard').shadowRoot.querySelectorAll('[part~=row]')];
  const boxes = (part) => rows.map((row) => row.querySelector('[part~=' + part + ']').getBoundingClientRect());
  const [names, its] = ['name', 'level'].map(boxes);
  return { isBelow: its[0].top > names[0].top + 8, columns: new Set(its.map(({ left }) => Math.round(left))).size };
})()`;
