import { expect, it } from 'vitest';
import { npmCode, reactCode, scriptTag, themeJson, type Choice } from '../src/playground/embed-code.ts';
import { describeForPlayground } from '../src/playground/playground-page.ts';
import { allWidgets } from '../src/widgets/all-widgets.ts';
import { eventFields } from '../src/widgets/event-fields.ts';
import { examplesOf, listenerOf } from '../src/widgets/examples.ts';
import { complaintsAbout } from './support/compile.ts';

const widgets = allWidgets();
const attacks = `"'><script>alert(1)</script>\\`;

function choiceOf(entry: string, changes: Partial<Choice> = {}): Choice {
  const widget = describeForPlayground(widgets.find((each) => each.entry === entry)!);
  return { widget, attributes: {}, api: 'https://api.example.com', community: 'biz_1', ...changes };
}

/** Every attribute set to something that it may be. */
function filled(entry: string, text = 'me'): Choice {
  const { widget } = choiceOf(entry);
  const values = widget.attributes.map(({ name, values: [value], isNumber }) => [
    name,
    value ?? (isNumber ? '7' : text),
  ]);
  return choiceOf(entry, {
    attributes: Object.fromEntries(values) as Record<string, string>,
    theme: 'dark',
    language: 'de',
  });
}

it('the examples on the widgets’ pages compile', { timeout: 60_000 }, async () => {
  const fields = eventFields();
  const modules = widgets.flatMap((widget) => {
    const { npm, react } = examplesOf(widget);
    const listeners = (widget.events ?? []).map(({ name, type }) =>
      listenerOf(widget, { name, fields: fields.get(type.text)!.map((field) => field.name) }),
    );
    return [
      [`${widget.entry}.ts`, [npm, ...listeners].join('\n')],
      [`${widget.entry}-react.tsx`, react],
    ];
  });
  expect(await complaintsAbout(Object.fromEntries(modules) as Record<string, string>)).toBe('');
});

it(
  'what the playground writes compiles, with nothing set and with everything',
  { timeout: 60_000 },
  async () => {
    const modules = widgets.flatMap(({ entry }) =>
      [choiceOf(entry), filled(entry), filled(entry, attacks)].flatMap((choice, index) => [
        [`${entry}-${index}.ts`, npmCode(choice)],
        [`${entry}-${index}-react.tsx`, reactCode(choice)],
      ]),
    );
    expect(await complaintsAbout(Object.fromEntries(modules) as Record<string, string>)).toBe('');
  },
);

it('the script tag keeps the room that the widget needs, by its rows', () => {
  expect(scriptTag(choiceOf('leaderboard'))).toContain('style="display:block;min-height:562px"');
  expect(scriptTag(choiceOf('leaderboard', { attributes: { limit: '5' } }))).toContain('min-height:342px');
  expect(scriptTag(choiceOf('toast'))).not.toContain('style=');
});

it('the script tag says what was chosen, and nothing else', () => {
  expect(
    scriptTag(choiceOf('level-badge', { attributes: { user: 'me' }, theme: 'dark', language: 'ar' })),
  ).toBe(
    `<script async
  src="https://api.example.com/widgets/v1/wee5.js"
  data-community="biz_1"
  data-theme="dark"
  data-lang="ar"></script>

<wee5-level-badge user="me"></wee5-level-badge>`,
  );
});

it('no value gets out of its attribute', () => {
  expect(scriptTag(choiceOf('rank-card', { attributes: { user: attacks } }))).toContain(
    'user="&quot;\'>&lt;script>alert(1)&lt;/script>\\"',
  );
});

it('the theme is what the configuration takes', () => {
  expect(JSON.parse(themeJson({ accent: '#0a7c66', scheme: 'dark' }))).toEqual({
    theme: { accent: '#0a7c66', scheme: 'dark' },
  });
});
