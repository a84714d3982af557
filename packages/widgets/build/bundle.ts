import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { OutputChunk } from 'rollup';
import { minifyModule, minifyScript } from './minify.ts';
import { numberExports } from './number-exports.ts';
import { noticeOf } from './notices.ts';
import { core, loadCall, split } from './split.ts';

/** A file of the script tag. */
export interface ScriptFile {
  /** With the SHA-256 of its bytes in it. */
  name: string;
  code: string;
  /** The source files in it, and how many bytes each had before minifying. */
  modules: Record<string, number>;
  /** The files that are loaded with it. */
  needs: string[];
}

export interface Script extends ScriptFile {
  parts: ScriptFile[];
}

/** Has Chromium compile all of a file beside the page while it loads, and not bit by bit in the page's way. */
const compileAhead = '//# allFunctionsCalledOnLoad\n';

const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds the script tag: one classic script with what every page needs, and its lazy parts as modules beside it. */
export async function bundle(entry = pathOf('../src/embed/embed.ts')): Promise<Script> {
  const [script, ...chunks] = numberExports(await split(entry));
  const all = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const files = new Map<string, ScriptFile>();
  const left = new Set(chunks);
  // A file's name tells its bytes, which name the files that it loads: those come first.
  while (left.size > 0) {
    const next = [...left].find((chunk) => loadsOf(chunk, all).every((name) => files.has(name)));
    if (!next) throw new Error(`Lazy parts load each other in a circle: ${namesOf(left)}.`);
    left.delete(next);
    files.set(next.fileName, await writePart(next, { all, files }));
  }
  for (const [name, file] of files)
    file.needs = needsOf(all.get(name)!, all).map((it) => files.get(it)!.name);
  const code = await writeScript(script!, { all, files });
  return { ...describe(script!, code), name: nameOf('wee5', code), needs: [], parts: [...files.values()] };
}

interface Known {
  all: Map<string, OutputChunk>;
  files: Map<string, ScriptFile>;
}

/** The parts that have to be there before a part runs, in that order. */
function needsOf(chunk: OutputChunk, all: Known['all']): string[] {
  const direct = chunk.imports.filter((name) => all.has(name));
  return [...new Set(direct.flatMap((name) => [...needsOf(all.get(name)!, all), name]))];
}

/** What one load brings: the part and what it needs, without what is there already because it asks. */
function broughtBy(asking: OutputChunk, { name, all }: { name: string; all: Known['all'] }): string[] {
  const isThere = new Set([asking.fileName, ...needsOf(asking, all)]);
  return [...needsOf(all.get(name)!, all), name].filter((it) => !isThere.has(it));
}

function loadsOf(chunk: OutputChunk, all: Known['all']): string[] {
  return chunk.dynamicImports.flatMap((name) => broughtBy(chunk, { name, all }));
}

async function writePart(chunk: OutputChunk, known: Known): Promise<ScriptFile> {
  const body = nameLoads(chunk, known);
  const code = await minifyModule(`export default (define, $wee5Load) => {${body}}`);
  const whole = compileAhead + noticeOf(chunk.moduleIds) + code;
  return { ...describe(chunk, whole), name: nameOf(chunk.fileName, whole), needs: [] };
}

async function writeScript(chunk: OutputChunk, known: Known): Promise<string> {
  const { rest, styles } = takeStyles(nameLoads(chunk, known));
  const code = await minifyScript(
    `import { createLoader, policy as $wee5Policy } from './load-parts.ts';
    const [define, $wee5Load] = createLoader('${core}');
    ${rest}`,
    pathOf('../src/embed'),
  );
  const names = styles.map((_text, index) => styleName(index));
  const texts = styles.map((text) => `\`${text}\``);
  return `${compileAhead}${noticeOf(chunk.moduleIds)}((${names.join()})=>{${code}})(${texts.join()})`;
}

const styleName = (index: number): string => `$${index}`;

/**
 * Styles stand at the end of the script, whose code takes them as arguments: what is like each other compresses best
 * side by side.
 */
function takeStyles(code: string): { rest: string; styles: string[] } {
  const styles: string[] = [];
  const rest = code.replaceAll(/\bcss`([^`]*)`/g, (_whole, text: string) => {
    styles.push(text);
    return `css([${styleName(styles.length - 1)}])`;
  });
  return { rest, styles };
}

function nameLoads(chunk: OutputChunk, { all, files }: Known): string {
  return chunk.code.replaceAll(loadCall, (_call, path: string) => {
    const brought = broughtBy(chunk, { name: path.slice('./'.length), all });
    return `$wee5Load(${brought.map((it) => JSON.stringify(files.get(it)!.name)).join()})`;
  });
}

function describe({ modules }: OutputChunk, code: string): Pick<ScriptFile, 'code' | 'modules'> {
  const sizes = Object.entries(modules).map(([id, { renderedLength }]) => [id, renderedLength] as const);
  return { code, modules: Object.fromEntries(sizes) };
}

function nameOf(name: string, code: string): string {
  return `${name}.${createHash('sha256').update(code).digest('base64url')}.js`;
}

function namesOf(chunks: Set<OutputChunk>): string {
  return [...chunks].map(({ name }) => name).join(', ');
}
