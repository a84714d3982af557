import { heightAtAnyWidth, type ReservedTag } from '../../../widgets/src/embed/reserved-sizes.ts';
import { highlight } from '../highlight.ts';
import { escape } from '../html.ts';
import type { Page } from '../page.ts';

const code = `<script async src="https://api.example.com/widgets/v1/wee5.js" data-community="biz_9Qm4tXw2LrK7Hs"></script>

<wee5-rank-card user="me" ${roomFor('wee5-rank-card')}></wee5-rank-card>
<wee5-leaderboard windows="week month all" ${roomFor('wee5-leaderboard')}></wee5-leaderboard>`;

function roomFor(tag: ReservedTag): string {
  return `style="display:block;min-height:${heightAtAnyWidth(tag)}px"`;
}

/** What whoever comes for the first time looks for. */
const ways = [
  'script-tag.html',
  'npm.html',
  'react.html',
  'client.html',
  'guides/configuration.html',
  'operate/deploy.html',
];

/** The first page: the real widgets, how they come to a page, and where to go on. */
export function homePage(pages: Page[]): Page {
  const widgets = pages.filter(({ path }) => path.startsWith('widgets/'));
  const next = ways.flatMap((path) => pages.filter((page) => page.path === path));
  const body = `<div class="hero">
  <div>
    <h1>XP, levels and rewards for your Whop community</h1>
    <p class="lead">Wee5 counts what members do, exactly, and shows it live on any page.</p>
    <p class="actions"><a class="button first" href="script-tag.html">Put it on a page</a><a class="button" href="playground.html">Open the playground</a></p>
  </div>
  <section aria-label="The widgets, live">
    <noscript><p>The widgets need JavaScript.</p></noscript>
    <div class="live"><div data-live="left"></div><div data-live="right"></div></div>
    <p class="actions" id="try" hidden><button type="button" class="button" id="earn">Say hello in chat: +40 XP</button></p>
  </section>
</div>
<h2 id="on-a-page">On a page</h2>
<p>One line, and a tag for each widget. Nothing on the page moves, and 50 widgets share one connection.</p>
${highlight(code, 'html')}
<h2 id="widgets">Widgets</h2>
${cards(widgets)}
<h2 id="go-on">Go on with</h2>
${cards(next)}`;
  return {
    path: 'index.html',
    title: 'Overview',
    description:
      'Wee5 turns what members do in a Whop community into XP, levels, ranks and rewards, live on any page.',
    group: 'Start',
    body,
    headings: [
      { depth: 2, id: 'on-a-page', text: 'On a page' },
      { depth: 2, id: 'widgets', text: 'Widgets' },
      { depth: 2, id: 'go-on', text: 'Go on with' },
    ],
    script: 'home',
  };
}

function cards(pages: Page[]): string {
  const items = pages.map(
    ({ path, title, description }) =>
      `<li><a href="${path}">${escape(title)}</a><p>${escape(description)}</p></li>`,
  );
  return `<ul class="cards">${items.join('')}</ul>`;
}
