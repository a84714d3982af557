import { highlight } from '../highlight.ts';
import { escape, table } from '../html.ts';
import { renderLine } from '../markdown/render.ts';
import type { Widget } from './all-widgets.ts';
import { eventFields } from './event-fields.ts';
import { listenerOf } from './examples.ts';

/** A part of a page, under a heading of its own; undefined for what a widget does not have. */
export interface Section {
  title: string;
  html: string;
}

const code = (text: string) => `<code>${escape(text)}</code>`;
const typeOf = (text = 'string') => `<span class="type">${escape(text.replace(/ \| undefined$/, ''))}</span>`;

/** Of “The radius; 14px if not set.”: what it is, and what holds where nobody says otherwise. */
export function splitDefault(text: string): { description: string; standard: string } {
  const clause = /^(.+?)[;:.] ((?:[^;:.()]|\([^)]*\))+) if not (?:set|given)([.,].*)$/s;
  const [, description, standard, rest = ''] = clause.exec(text) ?? [];
  if (!description || !standard) return { description: text, standard: '' };
  // What goes on in the same sentence belongs to it.
  if (rest.startsWith(',')) return { description: text, standard };
  return { description: description + rest, standard };
}

const described = (text = '') => {
  const { description, standard } = splitDefault(text);
  return [standard ? renderLine(standard) : '–', renderLine(description)];
};

/** All that a widget has, in tables. */
export function referenceOf(widget: Widget): Section[] {
  const sections = [
    attributesOf(widget),
    propertiesOf(widget),
    eventsOf(widget),
    slotsOf(widget),
    partsOf(widget),
    tokensOf(widget),
  ];
  return sections.filter((section) => section !== undefined);
}

function attributesOf({ attributes = [] }: Widget): Section | undefined {
  const rows = attributes.map(({ name, type, description }) => [
    code(name),
    typeOf(type?.text),
    ...described(description),
  ]);
  return sectionOf(
    'Attributes',
    '',
    rows.length > 0 && table(['Attribute', 'Values', 'If not set', 'What it says'], rows),
  );
}

function propertiesOf({ members = [] }: Widget): Section | undefined {
  const fields = members.filter((member) => member.kind === 'field');
  const rows = fields.map(({ name, type, description }) => {
    const { attribute } = fields.find((field) => field.name === name) as { attribute?: string };
    return [code(name), typeOf(type?.text), attribute ? code(attribute) : '–', renderLine(description ?? '')];
  });
  const words = '<p>For scripts: each follows its attribute, and may be set at any time.</p>';
  return sectionOf(
    'Properties',
    words,
    rows.length > 0 && table(['Property', 'Type', 'Attribute', 'What it says'], rows),
  );
}

function eventsOf(widget: Widget): Section | undefined {
  const known = eventFields();
  const blocks = (widget.events ?? []).map(({ name, type, description = '' }) => {
    const fields = known.get(type.text) ?? [];
    const rows = fields.map((field) => [
      code(`event.${field.name}`),
      typeOf(field.type),
      renderLine(field.description),
    ]);
    const listener = listenerOf(widget, { name, fields: fields.map((field) => field.name) });
    return `<h3 id="${name}">${code(name)}</h3><p>${renderLine(description)} A ${code(type.text)}, which bubbles out of shadow roots.</p>${table(['Field', 'Type', 'What it is'], rows)}${highlight(listener, 'ts')}`;
  });
  return sectionOf('Events', '', blocks.join(''));
}

function slotsOf({ slots = [] }: Widget): Section | undefined {
  const rows = slots.map(({ name, description = '' }) => [code(name), renderLine(description)]);
  return sectionOf('Slots', '', rows.length > 0 && table(['Slot', 'What it is for'], rows));
}

function partsOf({ tagName, cssParts = [] }: Widget): Section | undefined {
  const rows = cssParts.map(({ name, description = '' }) => [code(name), renderLine(description)]);
  const words = `<p>For what custom properties cannot say: ${code(`${tagName}::part(${cssParts[0]?.name})`)} in the page’s own styles.</p>`;
  return sectionOf('Parts', words, rows.length > 0 && table(['Part', 'What it is'], rows));
}

function tokensOf({ tagName, cssProperties = [] }: Widget): Section | undefined {
  const rows = cssProperties.map(({ name, description }) => [code(name), ...described(description)]);
  const example = highlight(`${tagName} {\n  --wee5-accent: #0a7c66;\n}`, 'css');
  const words = '<p>On the widget or on anything around it; they win over the community’s own theme.</p>';
  return sectionOf(
    'Custom properties',
    words,
    rows.length > 0 && table(['Property', 'If not set', 'What it does'], rows) + example,
  );
}

function sectionOf(title: string, words: string, html: string | false): Section | undefined {
  return html ? { title, html: words + html } : undefined;
}
