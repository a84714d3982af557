import { highlight } from '../highlight.ts';
import { escape, table } from '../html.ts';
import { headingHtml, renderLine } from '../markdown/render.ts';
import type { Page } from '../page.ts';
import type { Exported, Member } from './read-api.ts';

type Named = Pick<Exported, 'name'>;

/** What is described under which heading, in this order; everything else is a shape of data. */
const isOf: [string, (it: Exported) => boolean][] = [
  ['Create a client', ({ kind }) => kind === 'function'],
  ['The client', ({ name }) => name === 'Client'],
  ['Live views', ({ name }) => name === 'LiveFeed'],
  ['Errors', ({ kind, name }) => kind === 'class' || name === 'ClientError'],
  ['Options and shapes', () => true],
];

/** The page with everything that `@wee5/client` exports, each with its own words and examples. */
export function clientPage(api: Exported[]): Page {
  const left = new Set(api);
  const sections = isOf.map(([title, matches]) => {
    const items = [...left].filter(matches);
    for (const item of items) left.delete(item);
    const id = title.toLowerCase().replaceAll(' ', '-');
    return { id, title, html: items.map((item) => renderExported(item, api)).join('') };
  });
  const body = [
    headingHtml(1, 'reference', 'Client reference'),
    '<p class="lead">Everything that <code>@wee5/client</code> exports. The shapes of what the API answers are types of the same package; your editor shows them.</p>',
    ...sections.map(({ id, title, html }) => headingHtml(2, id, title) + html),
  ];
  return {
    path: 'client-reference.html',
    title: 'Reference',
    description: 'Every function, method, option and error of @wee5/client, with an example for each method.',
    group: 'Client',
    body: body.join('\n'),
    headings: sections.map(({ id, title }) => ({ depth: 2, id, text: title })),
  };
}

function renderExported(item: Exported, api: Named[]): string {
  const methods = item.members.filter(({ isMethod }) => isMethod);
  const fields = item.members.filter(({ isMethod }) => !isMethod);
  return [
    headingHtml(3, item.name, `<code>${item.name}</code>`),
    item.signature && highlight(item.signature, 'ts'),
    paragraphs(item.description, api),
    facts(item, api),
    ...item.examples.map((example) => highlight(example, 'ts')),
    fields.length > 0 ? fieldTable(fields, api) : '',
    ...methods.map((method) => renderMethod(item, method, api)),
  ].join('\n');
}

function renderMethod(owner: Exported, method: Member, api: Named[]): string {
  const { name, signature, description, examples } = method;
  const id = `${owner.name}.${name}`;
  return [
    `<h4 id="${id}"><a class="anchor" href="#${id}"><code>${name}</code></a></h4>`,
    highlight(signature, 'ts'),
    paragraphs(description, api),
    ...examples.map((example) => highlight(example, 'ts')),
  ].join('\n');
}

function facts({ parameters, throws }: Exported, api: Named[]): string {
  const items = [
    ...parameters.map(
      ({ name, description }) => `<code>${name}</code>: ${link(description.replace(/^-\s*/, ''), api)}`,
    ),
    ...throws.map((words) => `Throws ${link(words, api)}`),
  ];
  return items.length > 0 ? `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` : '';
}

function fieldTable(fields: Member[], api: Named[]): string {
  const rows = fields.map(({ name, signature, isOptional, description }) => {
    const type = signature.slice(signature.indexOf(':') + 1).replace(/ \| undefined$/, '');
    const mark = isOptional ? ' <span class="type">optional</span>' : '';
    const shown = signature.includes(':') ? type : signature.replace(/^[^=]*= /, '');
    return [
      `<code>${name}</code>${mark}`,
      `<span class="type">${escape(shown.trim())}</span>`,
      blocks(description, api),
    ];
  });
  return table(['Field', 'Type', 'What it is'], rows);
}

/** A description with its list, if it has one, inside a cell. */
function blocks(text: string, api: Named[]): string {
  const [words = '', ...items] = text.split(/(?:^|\n)- /);
  const list = items.map((item) => `<li>${link(item, api)}</li>`).join('');
  return link(words, api) + (list && `<ul>${list}</ul>`);
}

function paragraphs(text: string, api: Named[]): string {
  return text
    ? `<p>${blocks(text, api)}</p>`.replace(/<ul>.*<\/ul><\/p>$/s, (list) => `</p>${list.slice(0, -4)}`)
    : '';
}

/** Names of what is described on this page lead there. */
function link(text: string, api: Named[]): string {
  return renderLine(text).replaceAll(/<code>(\w+)(\.\w+)?<\/code>/g, (code, name: string, member = '') =>
    api.some((item) => item.name === name) ? `<a href="#${name}${member}">${code}</a>` : code,
  );
}
