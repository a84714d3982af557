import { expect, it } from 'vitest';
import { openBrowser } from '../support/open-browser.ts';
import { StrangersPage } from '../support/strangers-page.ts';

const opened = openBrowser();

it('leaves the page’s own words, in their room, to a browser too old for the styles', async () => {
  const site = await StrangersPage.open(opened.browser, {
    before: 'delete Document.prototype.adoptedStyleSheets',
    tags: '<script src="API/widgets/v1/wee5.js" data-community="biz_demo"></script>',
    body: '<wee5-leaderboard style="display:block;min-height:562px"><a href="/board">The board</a></wee5-leaderboard>',
  });
  const seen = `(() => {
    const { shadowRoot, offsetHeight, innerText } = document.querySelector('wee5-leaderboard');
    return [shadowRoot, offsetHeight, innerText];
  })()`;
  expect(await site.evaluate(seen)).toEqual([null, 562, 'The board']);
  expect([...site.errors, ...site.warnings]).toEqual([]);
});

it('shows all words, in the page’s own colour, to a browser without colours made from others', async () => {
  const replace = 'CSSStyleSheet.prototype.replaceSync';
  const without = `text.replaceAll(/oklch\\(from|light-dark\\(/g, 'unknown(')`;
  const site = await StrangersPage.open(opened.browser, {
    before: `{ const replace = ${replace}; ${replace} = function (text) { return replace.call(this, ${without}); } }`,
    head: '<style>body { background: #112; color: rgb(200, 210, 220) }</style>',
  });
  await site.live();
  expect(await site.textOf('wee5-rank-card')).toContain('5,210 / 5,775 XP');
  const looks = `['xp', 'card'].map((part) =>
    getComputedStyle(document.querySelector('wee5-rank-card').shadowRoot.querySelector('[part~=' + part + ']')))`;
  const [color, background] = await site.evaluate<string[]>(
    `(([xp, card]) => [xp.color, card.backgroundColor])(${looks})`,
  );
  expect([color, background]).toEqual(['rgb(200, 210, 220)', 'rgba(0, 0, 0, 0)']);
  expect(site.errors).toEqual([]);
});
