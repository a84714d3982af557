import { transform } from 'esbuild';
import { parseAst } from 'rollup/parseAst';
import { markValues } from './templates.ts';

interface Literal {
  tag: string;
  stretches: { start: number; end: number }[];
}

interface TaggedTemplate {
  type: string;
  tag: { name?: string };
  quasi: { quasis: Literal['stretches'] };
}

/** A template's plain stretches, written shorter. */
type Markup = (stretches: string[]) => string[];

/** For whoever brings Lit themselves: line breaks with their indentation are one space, as to a browser. */
export const foldMarkup: Markup = (stretches) => stretches.map((text) => text.replaceAll(/\s*\n\s*/g, ' '));

/** Minifies what stands in css`…` and html`…` of a module: styles by esbuild, markup by `templates.ts` unless told otherwise. */
export async function minifyLiterals(code: string, markup: Markup = markValues): Promise<string> {
  const parts: string[] = [];
  let end = 0;
  const literals = await Promise.all(
    findLiterals(parseAst(code)).map((literal) => shorten(literal, code, markup)),
  );
  for (const stretch of literals.flat().toSorted((a, b) => a.start - b.start)) {
    parts.push(code.slice(end, stretch.start), stretch.text);
    end = stretch.end;
  }
  return parts.join('') + code.slice(end);
}

async function shorten({ tag, stretches }: Literal, code: string, markup: Markup) {
  const texts = stretches.map(({ start, end }) => code.slice(start, end));
  if (tag === 'css' && texts.length > 1) throw new Error('css`…` of the script tag takes no values.');
  const shorter = tag === 'css' ? [await shortenStyles(texts[0]!)] : markup(texts);
  return stretches.map((stretch, index) => ({ ...stretch, text: shorter[index]! }));
}

async function shortenStyles(text: string): Promise<string> {
  const { code } = await transform(text, { loader: 'css', minify: true, target: 'esnext' });
  // What esbuild leaves as it is: values of custom properties, fallbacks, and conditions.
  return code
    .trim()
    .replaceAll(/([,(]|--[\w-]+:)\s+/g, '$1')
    .replaceAll(/\s+\)/g, ')')
    .replaceAll(/ ([<>]=?) (?=\d)/g, '$1')
    .replaceAll(ownProperty, '--_$1');
}

/** A custom property of ours: its first two letters tell it from the others. Those of a theme are set by name. */
export const ownProperty = /--_(?!c-)(\w\w)\w*/g;

/** The stretches of plain text in every tagged template of these three. */
function findLiterals(node: unknown): Literal[] {
  if (Array.isArray(node)) return node.flatMap(findLiterals);
  if (typeof node !== 'object' || node === null) return [];
  const inner = Object.values(node).flatMap(findLiterals);
  const { type, tag, quasi } = node as Partial<TaggedTemplate>;
  const name = tag?.name ?? '';
  if (type !== 'TaggedTemplateExpression' || !quasi || !/^(html|svg|css)$/.test(name)) return inner;
  return [...inner, { tag: name, stretches: quasi.quasis.map(({ start, end }) => ({ start, end })) }];
}
