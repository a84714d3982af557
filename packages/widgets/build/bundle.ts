import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { OutputChunk } from 'rollup';
import { minifyModule, minifyScript } from './minify.ts';
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

const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Builds the script tag: one classic script with what every page needs, and its lazy parts as modules beside it. */
export async function bundle(entry = pathOf('../src/embed/embed.ts')): Promise<Script> {
  const [script, ...chunks] = await split(entry);
  const files = new Map<string, ScriptFile>();
  const left = new Set(chunks);
  // A file's name tells its bytes, which name the files that it loads: those come first.
  while (left.size > 0) {
    const next = [...left].find(({ imports, dynamicImports }) =>
      [...imports, ...dynamicImports].every((name) => name === 'wee5' || files.has(name)),
    );
    if (!next) throw new Error(`Lazy parts load each other in a circle: ${namesOf(left)}.`);
    left.delete(next);
    files.set(next.fileName, await writePart(next, files));
  }
  const code = await writeScript(script!, files);
  return { ...describe(script!, code), name: nameOf('wee5', code), needs: [], parts: [...files.values()] };
}

async function writePart(chunk: OutputChunk, files: Map<string, ScriptFile>): Promise<ScriptFile> {
  const body = nameLoads(chunk.code, files);
  const code = await minifyModule(`export default (define, $wee5Load) => {${body}}`);
  const others = chunk.imports.filter((name) => name !== 'wee5').map((name) => files.get(name)!);
  const needs = [...new Set(others.flatMap(({ needs: first, name }) => [...first, name]))];
  const whole = noticeOf(chunk.moduleIds) + code;
  return { ...describe(chunk, whole), name: nameOf(chunk.fileName, whole), needs };
}

async function writeScript(chunk: OutputChunk, files: Map<string, ScriptFile>): Promise<string> {
  const code = await minifyScript(
    `import { createLoader } from './load-parts.ts';
    const [define, $wee5Load] = createLoader('${core}');
    ${nameLoads(chunk.code, files)}`,
    pathOf('../src/embed'),
  );
  return noticeOf(chunk.moduleIds) + code;
}

function nameLoads(code: string, files: Map<string, ScriptFile>): string {
  return code.replaceAll(loadCall, (_call, name: string) => {
    const { name: file, needs } = files.get(name.slice('./'.length))!;
    return `$wee5Load(${[...needs, file].map((it) => JSON.stringify(it)).join()})`;
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
