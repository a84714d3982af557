import type { Attribute } from 'custom-elements-manifest';
import type { Widget } from './widgets.ts';

/** `types/elements.d.ts`: by tag what an element takes and tells, for the declarations of the frameworks beside it. */
export function elementTypes(widgets: Widget[]): string {
  const events = new Set(widgets.flatMap((widget) => (widget.events ?? []).map(({ type }) => type.text)));
  return [
    `import type { ${[...events].toSorted().join(', ')} } from '../index.js';`,
    ...widgets.map(({ name, entry }) => `import type { ${name} } from '../components/${entry}/${entry}.js';`),
    '',
    '/** What each element takes and tells, by its tag. */',
    'export interface Widgets {',
    ...widgets.map(describe),
    '}',
    '',
  ].join('\n');
}

function describe({ tagName, name, summary, attributes = [], members = [], events = [] }: Widget): string {
  const named = new Set(attributes.map((attribute) => attribute.name));
  // A property that an attribute has the name of takes what the attribute takes.
  const properties = members.filter((member) => !named.has(member.name)).map((member) => `'${member.name}'`);
  return `  /** ${summary} */
  '${tagName}': {
    element: ${name};
    attributes: {
${attributes.map(describeAttribute).join('\n')}
    };
    properties: Partial<Pick<${name}, ${properties.join(' | ')}>>;
    events: {
${events.map((event) => `      /** ${event.description} */\n      '${event.name}': ${event.type.text};`).join('\n')}
    };
  };`;
}

function describeAttribute({ name, description, type }: Attribute): string {
  return `      /** ${description} */\n      '${name}'?: ${asWritten(type?.text ?? 'string')} | undefined;`;
}

/** HTML has text alone: `limit="5"`, and an attribute without a value for `true`. */
function asWritten(type: string): string {
  if (type === 'number') return 'number | `${number}`';
  return type === 'boolean' ? "boolean | ''" : type;
}
