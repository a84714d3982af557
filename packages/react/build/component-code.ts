import { format } from 'prettier';
import { createManifest } from '../../widgets/build/manifest/create-manifest.ts';
import { widgetsOf, type Widget } from '../../widgets/build/manifest/widgets.ts';

/** The text of `src/components.ts`: a component for every element of the widgets' manifest. */
export async function componentCode(widgets: Widget[] = widgetsOf(createManifest())): Promise<string> {
  const events = new Set(widgets.flatMap((widget) => (widget.events ?? []).map(({ type }) => type.text)));
  const elements = widgets.map(({ name, entry }) => `import type { ${name} } from '@wee5/widgets/${entry}';`);
  const names = [...events].toSorted((a, b) => a.localeCompare(b, 'en')).join(', ');
  const code = `'use client';

// Written by \`pnpm --filter @wee5/react generate\` from what the widgets say in JSDoc.
import type { ${names} } from '@wee5/widgets';
${elements.join('\n')}
import { createWidget, type Widget, type WidgetProps } from './create-widget.ts';

export type { ${names} };

${widgets.map(component).join('\n')}`;
  return format(code, { parser: 'typescript', singleQuote: true, printWidth: 110 });
}

function component(widget: Widget): string {
  const { tagName, name, summary, entry, members = [], attributes = [], events = [] } = widget;
  const title = pascal(entry);
  const attributeOf = (property: string) => attributes.find(({ fieldName }) => fieldName === property)?.name;
  const listeners = events.map((event) => ({
    ...event,
    prop: `on${pascal(event.name.replace(/^wee5-/, ''))}`,
  }));
  return `
export type ${title}Props = WidgetProps<
  ${name},
  ${members.map((member) => `'${member.name}'`).join(' | ')},
  {${listeners.map(({ prop, type, description }) => `/** ${description} */ ${prop}: ${type.text};`).join('\n')}}
>;

/** ${summary} */
export const ${title}: Widget<${name}, ${title}Props> = createWidget({
  tag: '${tagName}',
  load: () => import('@wee5/widgets/${entry}/define'),
  properties: {${members.map((member) => `${member.name}: ${JSON.stringify(attributeOf(member.name) ?? null)}`).join(', ')}},
  events: {${listeners.map((event) => `${event.prop}: '${event.name}'`).join(', ')}},
});
`;
}

function pascal(name: string): string {
  return name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
