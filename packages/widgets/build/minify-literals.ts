import { transform } from 'esbuild';
import { parseAst } from 'rollup/parseAst';

interface Literal {
  tag: string;
  start: number;
  end: number;
}

interface TaggedTemplate {
  type: string;
  tag: { name?: string };
  quasi: { quasis: Literal[] };
}

/**
 * Minifies what stands in css`…` and html`…` of a module: styles by esbuild, markup by folding line breaks with their
 * indentation into one space, which a browser does anyway.
 * @throws where a literal needs what `lean-lit.ts` leaves out
 */
export async function minifyLiterals(code: string): Promise<string> {
  const parts: string[] = [];
  let end = 0;
  for (const literal of findLiterals(parseAst(code)).toSorted((a, b) => a.start - b.start)) {
    parts.push(
      code.slice(end, literal.start),
      await shorten(literal.tag, code.slice(literal.start, literal.end)),
    );
    end = literal.end;
  }
  return parts.join('') + code.slice(end);
}

async function shorten(tag: string, text: string): Promise<string> {
  if (tag !== 'css' && /<(!--|(script|style|textarea|title|math)\b)/i.test(text))
    throw new Error(`The script tag cannot bind values in there: ${text}`);
  if (tag !== 'css') return text.replaceAll(/\s*\n\s*/g, ' ');
  const { code } = await transform(text, { loader: 'css', minify: true, target: 'esnext' });
  return code.trim();
}

/** The stretches of plain text in every tagged template of these three. */
function findLiterals(node: unknown): Literal[] {
  if (Array.isArray(node)) return node.flatMap(findLiterals);
  if (typeof node !== 'object' || node === null) return [];
  const inner = Object.values(node).flatMap(findLiterals);
  const { type, tag, quasi } = node as Partial<TaggedTemplate>;
  const name = tag?.name ?? '';
  if (type !== 'TaggedTemplateExpression' || !quasi || !/^(html|svg|css)$/.test(name)) return inner;
  if (name === 'css' && quasi.quasis.length > 1) throw new Error('css`…` of the script tag takes no values.');
  return [...inner, ...quasi.quasis.map(({ start, end }) => ({ tag: name, start, end }))];
}
