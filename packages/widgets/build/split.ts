import { readFile } from 'node:fs/promises';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import { rollup, type GetManualChunk, type GetModuleInfo, type OutputChunk, type Plugin } from 'rollup';
import { leanLit } from './lean-lit.ts';
import { minifyLiterals } from './minify-literals.ts';
import { privateName, shortNames } from './private-names.ts';

/** The name under which a part asks for the modules of the script. */
export const core = './wee5';

/** What stands in the place of `import('./file.ts')`: the part is named, its files are not known yet. */
export const loadCall = /\$wee5Load\('(\.\/[^']+)'\)/g;

/**
 * Cuts the sources of a script into the script itself and its lazy parts: what `import('./file.ts')` leads to and the
 * script does not contain. Every module is in one file only; parts that share one share a file.
 * @returns modules in the shape of AMD, the script first, each part after those that it loads or needs
 * @throws where a lazy part is in the script anyway, or where something else is not as its author thought
 */
export async function split(entry: string): Promise<OutputChunk[]> {
  const bundle = await rollup({
    input: { wee5: entry },
    plugins: [
      realtimeAlone,
      nodeResolve({ browser: true, exportConditions: ['production', 'browser'] }),
      sources,
      leanLit,
      lazyParts,
    ],
    onLog(level, log) {
      if (level !== 'warn' || log.code === 'CIRCULAR_DEPENDENCY') return;
      throw new Error(`The script tag cannot be built: ${log.message}`);
    },
  });
  const { output } = await bundle.generate({
    format: 'amd',
    entryFileNames: '[name]',
    chunkFileNames: ({ facadeModuleId, moduleIds, name }) =>
      `wee5-${name in together ? name : (partName(facadeModuleId ?? moduleIds.at(-1)!) ?? name)}`,
    esModule: false,
    freeze: false,
    strict: false,
    interop: 'esModule',
    hoistTransitiveImports: false,
    manualChunks: fileOf,
    minifyInternalExports: true,
    generatedCode: { preset: 'es2015', symbols: false },
  });
  return output.filter((file) => file.type === 'chunk');
}

/**
 * What shares a file though nothing says so, by the file's name. The script has to name every file that it loads by its
 * hash, which nothing makes shorter: small files that are loaded together or on few pages are one.
 */
const together: Record<string, RegExp> = {
  'en-more': /\/messages\/en-more\.ts$/,
  shared: /\/(more-words|dates|draw|lively\/icons|is-theirs)\.ts$|\/lit-html\/directive[^/]*(\/repeat)?\.js$/,
  'whop-tokens': /\/(session|whop-tokens)\.ts$/,
  rare: /\/(tag-taken|ignored-attribute|lazy-tags|client\/src\/own)\.ts$/,
};

/** The file of a module, where it is not left to rollup: all that the entry imports is the script. */
const fileOf: GetManualChunk = (id, { getModuleInfo, getModuleIds }) => {
  const file = Object.keys(together).find((name) => together[name]!.test(id));
  const entry = [...getModuleIds()].find((each) => getModuleInfo(each)!.isEntry)!;
  return file ?? (imports(entry, getModuleInfo).has(id) ? 'wee5' : undefined);
};

function imports(id: string, getModuleInfo: GetModuleInfo, found = new Set<string>()): Set<string> {
  if (found.has(id)) return found;
  found.add(id);
  for (const each of getModuleInfo(id)!.importedIds) imports(each, getModuleInfo, found);
  return found;
}

/** The directory's name where the file's own says nothing. */
function partName(path: string): string | undefined {
  if (path.startsWith('\0realtime')) return 'realtime';
  return path.match(/([\w-]+)\/(?:define|index)\.ts$/)?.[1];
}

const sources: Plugin = {
  name: 'sources',
  async load(id) {
    if (!id.endsWith('.ts')) return null;
    const { code } = await transform(await readFile(id, 'utf8'), {
      loader: 'ts',
      target: 'es2023',
      mangleProps: privateName,
      mangleCache: shortNames,
      tsconfigRaw: { compilerOptions: { useDefineForClassFields: true } },
    });
    return minifyLiterals(code);
  },
};

const lazyParts: Plugin = {
  name: 'lazy-parts',
  renderDynamicImport: ({ targetModuleId }) =>
    targetModuleId === null ? null : { left: '$wee5Load(', right: ')' },
  generateBundle(_options, output) {
    const files = Object.values(output).filter((file) => file.type === 'chunk');
    const inScript = files.filter(({ isEntry }) => isEntry).flatMap(({ moduleIds }) => moduleIds);
    for (const id of inScript) {
      const { dynamicImporters, importers } = this.getModuleInfo(id)!;
      if (dynamicImporters.length === 0) continue;
      throw new Error(
        `${id} is a lazy part, but the script contains it already through ${importers.join()}.`,
      );
    }
  },
};

/** Of the one library that only members need, the one class that is used. */
const realtimeAlone: Plugin = {
  name: 'realtime-alone',
  async resolveDynamicImport(specifier, importer) {
    if (specifier !== '@supabase/realtime-js') return null;
    const found = await this.resolve(specifier, importer);
    return found && `\0realtime:${found.id}`;
  },
  load(id) {
    if (!id.startsWith('\0realtime:')) return null;
    return `export { RealtimeClient } from ${JSON.stringify(id.slice('\0realtime:'.length))};`;
  },
};
