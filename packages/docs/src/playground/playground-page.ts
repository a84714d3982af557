import { globSync } from 'node:fs';
import {
  heightAtAnyWidth,
  reservedSizes,
  type ReservedTag,
} from '../../../widgets/src/embed/reserved-sizes.ts';
import { escape } from '../html.ts';
import type { Page } from '../page.ts';
import { projectRoot } from '../project.ts';
import { componentName, titleOf, type Widget } from '../widgets/all-widgets.ts';
import { colourFields, themeFields, type PlaygroundWidget, type ThemeField } from './settings.ts';

/** Said for all widgets at once, or by the page itself. */
const shared = new Set(['community', 'api', 'public-key', 'theme']);

/** The page that shows a widget with any settings and writes the code for it. */
export function playgroundPage(widgets: Widget[]): Page {
  const known = widgets.map(describeForPlayground);
  const body = `<h1>Playground</h1>
<p class="lead">Choose a widget, make it yours, copy the code. The address of this page keeps what you chose.</p>
<noscript><p>The playground shows the real widgets and needs JavaScript.</p></noscript>
<script type="application/json" id="widgets">${JSON.stringify(known).replaceAll('<', String.raw`\u003c`)}</script>
<div class="playground">
  <section class="preview" aria-label="Preview">
    <div class="demo"><div class="stage"><div class="frame"></div></div></div>
    <p class="actions"><button type="button" class="button" id="earn">Earn 120 XP</button></p>
    <div role="status" id="findings"></div>
  </section>
  <form class="settings" id="settings">${settings(known)}</form>
  <section class="output" aria-label="Code">
    ${output('script-tag', 'Script tag')}${output('npm', 'npm')}${output('react', 'React')}
    ${output('theme-json', 'The community’s theme', 'Send it to <code>PUT /api/v1/communities/{communityId}/config</code>: every widget follows.')}
  </section>
</div>`;
  return {
    path: 'playground.html',
    title: 'Playground',
    description: 'Choose a widget, its data, theme and size, and copy the code that puts it on a page.',
    group: 'Widgets',
    body,
    headings: [],
    isWide: true,
    script: 'playground',
  };
}

/** A widget as far as the playground has to know it. */
export function describeForPlayground(widget: Widget): PlaygroundWidget {
  const { tagName, entry, attributes = [] } = widget;
  const own = attributes.filter(({ name }) => !shared.has(name));
  return {
    entry,
    tag: tagName,
    component: componentName(widget),
    title: titleOf(widget),
    height: tagName in reservedSizes ? heightAtAnyWidth(tagName as ReservedTag) : null,
    attributes: own.map(({ name, fieldName = name, type, description = '' }) => ({
      name,
      property: fieldName,
      isNumber: type?.text === 'number',
      values: [...(type?.text.matchAll(/'([^']+)'/g) ?? [])].map(([, value = '']) => value),
      description,
    })),
  };
}

type Option = readonly [value: string, text: string];

function settings(widgets: PlaygroundWidget[]): string {
  return [
    group('What', [
      select(
        'widget',
        'Widget',
        widgets.map(({ entry, title }) => [entry, title]),
      ),
      select('data', 'Community', [
        ['busy', 'A busy one'],
        ['new', 'A new one'],
        ['large', 'A very large one'],
      ]),
      select('width', 'Width', [
        ['480', '480 px'],
        ['240', '240 px'],
        ['900', '900 px'],
      ]),
      select('theme', 'Theme', [
        ['', 'As the page'],
        ['light', 'Light'],
        ['dark', 'Dark'],
      ]),
      select('lang', 'Language', [['', 'As the page'], ...languages()]),
      select('dir', 'Direction', [
        ['ltr', 'Left to right'],
        ['rtl', 'Right to left'],
      ]),
    ]),
    '<fieldset id="attributes"><legend>Attributes</legend><div class="fields"></div></fieldset>',
    group('The community’s theme', [
      ...Object.keys(themeFields).map((name) => themeField(name as ThemeField)),
      select('scheme', 'Scheme', [
        ['', 'As each page'],
        ['light', 'Light'],
        ['dark', 'Dark'],
      ]),
    ]),
    group('For the code', [
      text('api', 'Your API', 'https://api.example.com'),
      text('community', 'Your community', 'biz_9Qm4tXw2LrK7Hs'),
    ]),
    '<p class="actions"><button type="reset" class="button">Begin anew</button></p>',
  ].join('');
}

function themeField(name: ThemeField): string {
  const label = themeFields[name];
  const usual = colourFields[name];
  if (!usual) return text(`t-${name}`, label, '');
  const id = `field-t-${name}`;
  return `<div class="field"><label for="${id}">${label}</label><span class="colour"><input id="${id}" name="t-${name}" autocomplete="off" spellcheck="false" /><input type="color" value="${usual}" data-for="${id}" aria-label="${label}: choose" /></span></div>`;
}

function group(title: string, fields: string[]): string {
  return `<fieldset><legend>${title}</legend><div class="fields">${fields.join('')}</div></fieldset>`;
}

function select(name: string, label: string, options: readonly Option[]): string {
  const shown = options.map(([value, words]) => `<option value="${escape(value)}">${escape(words)}</option>`);
  return `<label class="field">${label}<select name="${name}">${shown.join('')}</select></label>`;
}

function text(name: string, label: string, value: string): string {
  return `<label class="field">${label}<input name="${name}" value="${escape(value)}" autocomplete="off" spellcheck="false" /></label>`;
}

function output(id: string, title: string, words = ''): string {
  return `<h2 id="${id}">${title}</h2>${words && `<p>${words}</p>`}<div class="code"><pre tabindex="0" aria-labelledby="${id}" role="group"><code data-output="${id}"></code></pre></div>`;
}

/** The languages that widgets speak, in their own words. */
function languages(): Option[] {
  const names = globSync('packages/widgets/src/messages/*.ts', { cwd: projectRoot })
    .map((path) => path.split('/').at(-1)!.replace(/\.ts$/, ''))
    .filter((name) => /^[a-z]{2}(-[a-z]{2})?$/i.test(name));
  return names
    .toSorted()
    .map((name) => [name, new Intl.DisplayNames([name], { type: 'language' }).of(name) ?? name]);
}
