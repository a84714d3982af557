import { expect, it } from 'vitest';
import { openBrowser } from '../support/open-browser.ts';
import { differences, pictureOf, type Picture } from '../support/same-picture.ts';
import { StrangersPage, widgets, type PageOptions } from '../support/strangers-page.ts';

const tags = ['wee5-rank-card', 'wee5-leaderboard', 'wee5-reward-list'];
const frame = `<style>
  body { margin: 0; font-family: sans-serif; background: white }
  main { display: block !important; inline-size: 480px !important; padding: 0 !important; border: 0 !important }
</style>`;
const body = `<main>${widgets}</main>`;
const opened = openBrowser();
/** What the widgets look like in a page that says nothing. */
let usual: Picture[] | undefined;

/** Of all points, those that a page may change: what shines through at the corners. */
const corners = 200;

const hostile = {
  'hides everything by its tag':
    'div, span, table, tr, td, svg, dl, li, section, button, slot, bdi { display: none !important }',
  'unsets everything': `* { all: unset !important } head, style, script, title { display: none !important }
    html, body, main { display: block !important; font-family: sans-serif !important; background: white !important }`,
  'gives everything a box of its own': `main * { padding: 30px !important; border: 9px solid red !important;
    background: pink !important; overflow: auto !important; container-type: normal !important; float: none; max-width: 100% }`,
  'has strange letters': `body { letter-spacing: 1em; word-spacing: 2em; text-transform: uppercase; text-indent: 40px;
    font: italic small-caps 900 30px/4 sans-serif; white-space: pre; text-align: right; text-shadow: 0 0 3px red;
    word-break: break-all; -webkit-text-stroke: 2px red; -webkit-text-fill-color: red; text-emphasis: dot;
    list-style: square; border-collapse: collapse; caption-side: bottom; cursor: wait; stroke: red; fill: red }`,
  'resets everything, as frameworks do': `*, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0;
    border: 0 solid; font: inherit; vertical-align: baseline } img, svg { display: block; max-width: 100% }
    table { border-collapse: collapse; text-indent: 0 } button { all: unset }`,
  'lays it out by flex': 'main { display: flex !important; flex-direction: column }',
  'lays it out by grid': 'main { display: grid !important; grid-template-columns: auto }',
  'lays it out as a table': 'main { display: table !important; table-layout: fixed }',
};

it.each(Object.entries(hostile))('the widgets look the same in a page that %s', async (_name, css) => {
  await expectTheSame({ head: `${frame}<style>${css}</style>`, body });
});

it('the widgets look the same without a doctype', async () => {
  await expectTheSame({ doctype: '', head: frame, body });
});

it('the widgets are as wide as usual, and upright, where the page writes from top to bottom', async () => {
  const site = await StrangersPage.open(opened.browser, {
    body: `<main style="writing-mode: vertical-rl">${widgets}</main>`,
  });
  await site.live();
  const sizes = await site.evaluate<[number, string][]>(
    `[...document.querySelectorAll('${tags.join()}')].map((it) => [it.offsetWidth,
      getComputedStyle(it.shadowRoot.querySelector('.root')).writingMode])`,
  );
  expect(sizes).toEqual(tags.map(() => [360, 'horizontal-tb']));
});

it('a page hides a widget like any other element', async () => {
  const head = '<style>wee5-rank-card { display: none } .gone { visibility: hidden }</style>';
  const site = await StrangersPage.open(opened.browser, {
    head,
    body: '<wee5-rank-card></wee5-rank-card><div class="gone"><wee5-leaderboard></wee5-leaderboard></div><wee5-reward-list hidden></wee5-reward-list>',
  });
  await site.page.waitForFunction(`document.querySelector('wee5-reward-list:defined')?.shadowRoot`);
  const seen = tags.map((tag) => `document.querySelector('${tag}')`);
  expect(
    await site.evaluate(
      `[${seen.join()}].map((it) => it.shadowRoot.querySelector('.root').checkVisibility({ checkVisibilityCSS: true }))`,
    ),
  ).toEqual([false, false, false]);
});

async function expectTheSame(options: PageOptions): Promise<void> {
  usual ??= await picturesIn({ head: frame, body });
  const pictures = await picturesIn(options);
  const differ = pictures.map((picture, index) => differences(usual![index]!, picture));
  expect(differ.filter((points) => points > corners)).toEqual([]);
}

async function picturesIn(options: PageOptions): Promise<Picture[]> {
  const site = await StrangersPage.open(opened.browser, options);
  await site.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await site.live();
  expect(site.errors).toEqual([]);
  const pictures: Picture[] = [];
  for (const tag of tags) pictures.push(await pictureOf(site.page, `document.querySelector('${tag}')`));
  return pictures;
}
