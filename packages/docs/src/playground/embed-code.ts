import { heightAtAnyWidth } from '../../../widgets/src/embed/reserved-sizes.ts';
import type { PlaygroundAttribute, PlaygroundWidget } from './settings.ts';

/** What somebody chose in the playground, as far as it belongs into code. */
export interface Choice {
  widget: PlaygroundWidget;
  /** By attribute; what is not set is not here. */
  attributes: Record<string, string>;
  api: string;
  community: string;
  /** `light` or `dark`; undefined to follow the page. */
  theme?: string | undefined;
  /** Undefined to follow the page. */
  language?: string | undefined;
}

/** The lines for a page without a build step, with the room that the widget needs until it is there. */
export function scriptTag({ widget, attributes, api, community, theme, language }: Choice): string {
  const script = {
    src: `${api}/widgets/v1/wee5.js`,
    'data-community': community,
    'data-theme': theme,
    'data-lang': language,
  };
  const lines = Object.entries(script).flatMap(([name, value]) =>
    value ? [`  ${name}="${escaped(value)}"`] : [],
  );
  return `<script async\n${lines.join('\n')}></script>\n\n${markup(widget, attributes, reserved(widget, attributes))}`;
}

/** The same for a page that is bundled. */
export function npmCode({ widget, attributes, ...choice }: Choice): string {
  return `import { configure } from '@wee5/widgets/config';
import '@wee5/widgets/${widget.entry}/define';

configure(${object(defaultsOf(choice))});

const element = document.createElement('${widget.tag}');
${propertiesOf(widget, attributes)
  .map(([property, value]) => `element.${property} = ${value};\n`)
  .join('')}document.body.append(element);`;
}

/** The same for React. */
export function reactCode({ widget, attributes, ...choice }: Choice): string {
  const provided = Object.entries(defaultsOf(choice)).map(([name, value]) => ` ${name}=${jsx(value)}`);
  const props = propertiesOf(widget, attributes).map(([name, value]) => ` ${name}={${value}}`);
  return `import { ${widget.component}, Wee5Provider } from '@wee5/react';

export function Community() {
  return (
    <Wee5Provider${provided.join('')}>
      <${widget.component}${props.join('').replaceAll(/\{'([^'"\\]*)'\}/g, '"$1"')} />
    </Wee5Provider>
  );
}`;
}

/** What a creator sends to `PUT …/config` so that every widget of the community looks like this. */
export function themeJson(theme: Record<string, string>): string {
  return JSON.stringify({ theme }, null, 2);
}

function defaultsOf({
  api,
  community,
  theme,
  language,
}: Omit<Choice, 'widget' | 'attributes'>): Record<string, string> {
  return { api, community, ...(theme && { theme }), ...(language && { lang: language }) };
}

function markup({ tag }: PlaygroundWidget, attributes: Record<string, string>, style: string): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<${tag}${written.join('')}${style}></${tag}>`;
}

function reserved({ tag, height }: PlaygroundWidget, { limit }: Record<string, string>): string {
  if (height === null) return '';
  const rows = Number(limit);
  const pixels =
    tag === 'wee5-leaderboard' && rows >= 1 ? heightAtAnyWidth(tag, Math.min(rows, 100)) : height;
  return ` style="display:block;min-height:${pixels}px"`;
}

function propertiesOf(
  { attributes: known }: PlaygroundWidget,
  attributes: Record<string, string>,
): [string, string][] {
  return known.flatMap(({ name, property, ...attribute }): [string, string][] => {
    const value = attributes[name];
    return value === undefined ? [] : [[property, literal(attribute, value)]];
  });
}

function literal({ isNumber }: Pick<PlaygroundAttribute, 'isNumber'>, value: string): string {
  return isNumber && Number.isFinite(Number(value)) ? `${Number(value)}` : quoted(value);
}

function quoted(value: string): string {
  return `'${value
    .replaceAll('\\', '\\\\')
    .replaceAll("'", String.raw`\'`)
    .replaceAll('\n', ' ')}'`;
}

function jsx(value: string): string {
  return /["\\\n{}&<>]/.test(value) ? `{${quoted(value)}}` : `"${value}"`;
}

function object(values: Record<string, string>): string {
  const lines = Object.entries(values).map(([name, value]) => `  ${name}: ${quoted(value)},\n`);
  return `{\n${lines.join('')}}`;
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
