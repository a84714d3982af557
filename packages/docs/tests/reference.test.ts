import { describe, expect, it } from 'vitest';
import { clientPage } from '../src/client/client-page.ts';
import { readClientApi } from '../src/client/read-api.ts';
import { escape, plain } from '../src/html.ts';
import { allWidgets } from '../src/widgets/all-widgets.ts';
import { eventFields } from '../src/widgets/event-fields.ts';
import { splitDefault } from '../src/widgets/reference.ts';
import { widgetPage } from '../src/widgets/widget-page.ts';

const words = /\w.*[.”]$/s;
const widgets = allWidgets();
const fields = eventFields();
const text = (html: string) => plain(html).replaceAll(/\s+/g, ' ');

describe.each(widgets)('the page of <$tagName>', (widget) => {
  const { body } = widgetPage(widget);
  const row = (name: string) => {
    const start = body.indexOf(`<tr><th scope="row"><code>${escape(name)}</code>`);
    return start < 0 ? '' : body.slice(start, body.indexOf('</tr>', start));
  };
  const { attributes = [], members = [], slots = [], cssParts = [], cssProperties = [] } = widget;
  const things = [...attributes, ...members, ...slots, ...cssParts, ...cssProperties];

  it.each(things.map((thing) => [thing.name, thing.description ?? '']))(
    'says what %s is',
    (name, description) => {
      expect(description).toMatch(words);
      const { description: shown } = splitDefault(description);
      const [beginning = ''] = text(shown.replaceAll('`', '')).split(/[.;:]/);
      expect(text(body)).toContain(beginning);
      expect(row(name)).not.toBe('');
    },
  );

  it('tells every event with its fields', () => {
    for (const { name, type, description = '' } of widget.events ?? []) {
      expect(description).toMatch(words);
      expect(body).toContain(`<h3 id="${name}">`);
      const own = fields.get(type.text) ?? [];
      expect(own).not.toEqual([]);
      for (const field of own) {
        expect(field.description, `${type.text}.${field.name}`).toMatch(words);
        expect(row(`event.${field.name}`)).toContain(escape(field.type));
      }
    }
  });

  it('shows it live, and how it comes to a page', () => {
    expect(body).toContain(`data-widget="${widget.entry}"`);
    for (const part of ['wee5.js', `@wee5/widgets/${widget.entry}/define`, '@wee5/react'])
      expect(text(body)).toContain(part);
  });
});

it.each([
  ['How many, 1 to 100; 10 if not set.', 'How many, 1 to 100.', '10'],
  [
    'Where; the page’s own (with a tag: the tag’s) if not given.',
    'Where.',
    'the page’s own (with a tag: the tag’s)',
  ],
  ['Which, in this order: `week all`. None if not set.', 'Which, in this order: `week all`.', 'None'],
  ['Where: `end` if not set. Sides follow the page.', 'Where. Sides follow the page.', '`end`'],
  ['How long; 6 if not set, and with 0 for good.', 'How long; 6 if not set, and with 0 for good.', '6'],
  ['A plain one.', 'A plain one.', ''],
])('takes the default out of “%s”', (whole, description, standard) => {
  expect(splitDefault(whole)).toEqual({ description, standard });
});

describe('the client’s reference', () => {
  const api = readClientApi();
  const { body } = clientPage(api);

  it('has what the package exports', () => {
    expect(api.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['createClient', 'Client', 'LiveFeed', 'HttpError']),
    );
  });

  it.each(api)('describes $name and all that it has', (item) => {
    expect(item.description).toMatch(words);
    expect(body).toContain(`<h3 id="${item.name}">`);
    for (const { name, description, isMethod } of item.members) {
      expect(description, name).toMatch(words);
      expect(body).toContain(isMethod ? `id="${item.name}.${name}"` : `<code>${name}</code>`);
    }
  });

  it('has an example for every function and every method', () => {
    const called = api.filter(
      ({ kind, name }) => kind === 'function' || name === 'Client' || name === 'LiveFeed',
    );
    const examples = called.flatMap((item) => [
      ...(item.kind === 'function' ? [[item.name, item.examples] as const] : []),
      ...item.members
        .filter(({ isMethod }) => isMethod)
        .map((method) => [`${item.name}.${method.name}`, method.examples] as const),
    ]);
    expect(examples.length).toBeGreaterThan(12);
    for (const [name, [example = '']] of examples) {
      expect(example, name).toContain(name.split('.').at(-1));
      expect(text(body).includes(text(escape(example))), `the example of ${name}`).toBe(true);
    }
  });
});
