import type { Attribute } from 'custom-elements-manifest';
import type { Widget } from './widgets.ts';

/** What VS Code shows and completes in HTML: a file for its setting `html.customData`. */
export function htmlData(widgets: Widget[]): object {
  return {
    version: 1.1,
    tags: widgets.map((widget) => ({
      name: widget.tagName,
      description: markdown(describe(widget)),
      attributes: (widget.attributes ?? []).map(describeAttribute),
    })),
  };
}

function describeAttribute({ name, description = '', type }: Attribute): object {
  const values = [...(type?.text.matchAll(/'([^']+)'/g) ?? [])].map(([, value]) => ({ name: value }));
  return { name, description: markdown(description), ...(values.length > 0 && { values }) };
}

function describe({ summary = '', events, slots, cssParts, cssProperties }: Widget): string {
  const lists = { Events: events, Slots: slots, Parts: cssParts, 'Custom properties': cssProperties };
  const lines = Object.entries(lists).flatMap(([title, entries = []]) =>
    entries.length > 0
      ? ['', `**${title}**`, ...entries.map((entry) => `- \`${entry.name}\`: ${entry.description ?? ''}`)]
      : [],
  );
  return [summary, ...lines].join('\n');
}

function markdown(value: string): object {
  return { kind: 'markdown', value };
}
