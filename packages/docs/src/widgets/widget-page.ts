import { highlight } from '../highlight.ts';
import { escape, plain } from '../html.ts';
import { headingHtml, renderLine } from '../markdown/render.ts';
import { createSlugs } from '../markdown/slugs.ts';
import type { Page } from '../page.ts';
import { titleOf, type Widget } from './all-widgets.ts';
import { demoOf } from './demo.ts';
import { examplesOf } from './examples.ts';
import { referenceOf, type Section } from './reference.ts';

/** The page of a widget: live, then how it comes to a page, then all that it has. */
export function widgetPage(widget: Widget): Page {
  const { tagName, entry, summary = '' } = widget;
  const title = titleOf(widget);
  const slug = createSlugs();
  const sections = [useIt(widget), ...referenceOf(widget)].map(({ title: name, html }) => ({
    id: slug(name),
    name,
    html,
  }));
  const body = [
    headingHtml(1, entry, title),
    `<p class="lead">${renderLine(summary)} <code>${escape(`<${tagName}>`)}</code></p>`,
    demoOf(widget),
    ...paragraphs(widget.description),
    ...sections.map(({ id, name, html }) => headingHtml(2, id, name) + html),
  ];
  return {
    path: `widgets/${entry}.html`,
    title,
    description: plain(summary),
    group: 'Widgets',
    body: body.join('\n'),
    headings: sections.map(({ id, name }) => ({ depth: 2, id, text: name })),
    script: 'demo',
  };
}

function useIt(widget: Widget): Section {
  const { html, npm, react } = examplesOf(widget);
  const others = (widget.examples ?? []).map((example) => highlight(example, 'html')).join('');
  const blocks = [
    ['With a script tag', highlight(html, 'html')],
    ['With npm', highlight(npm, 'ts')],
    ['With React', highlight(react, 'tsx')],
    ['More markup', others],
  ];
  const shown = blocks.map(([title = '', code = '']) => headingHtml(3, createSlugs()(title), title) + code);
  return { title: 'Use it', html: shown.join('') };
}

function paragraphs(text = ''): string[] {
  return text.split(/\n\s*\n/).flatMap((words) => (words.trim() ? [`<p>${renderLine(words)}</p>`] : []));
}
