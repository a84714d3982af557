import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { rollup, type OutputChunk, type Plugin } from 'rollup';
import { packageDirectory } from './build.ts';

interface Chunks {
  /** What a page loads with its first import. */
  first: string;
  /** What it loads besides, by the name of the module that was imported later. */
  later: Map<string, string>;
}

/** What a page makes of these names of the built package: divided by Rollup, minified by esbuild. */
export async function bundlePackage(names: readonly string[]): Promise<Chunks> {
  const bundle = await rollup({
    input: 'page',
    plugins: [page(names)],
    external: ['@supabase/realtime-js'],
  });
  const { output } = await bundle.generate({ format: 'es' });
  const chunks = output.filter((each): each is OutputChunk => each.type === 'chunk');
  const codes = await Promise.all(chunks.map(async ({ code }) => (await minify(code)).trim()));
  const later = new Map<string, string>();
  let first = '';
  for (const [index, { isEntry, facadeModuleId }] of chunks.entries()) {
    if (isEntry) first = codes[index] as string;
    else later.set((facadeModuleId ?? '').replace(/^.*\/dist\//, ''), codes[index] as string);
  }
  return { first, later };
}

/** The library of Realtime as a page's bundler makes it, minified. */
export async function bundleRealtime(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from '@supabase/realtime-js';`, resolveDir: packageDirectory },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    target: 'es2022',
  });
  return outputFiles[0]?.text ?? '';
}

export function bytes(code: string): number {
  return gzipSync(code, { level: 9 }).length;
}

export function kilobytes(code: string): string {
  return (bytes(code) / 1024).toFixed(1);
}

/** A page that uses these names. */
function page(names: readonly string[]): Plugin {
  const list = names.join(', ');
  const code = `import { ${list} } from '${join(packageDirectory, 'dist/index.js')}'; use(${list});`;
  return {
    name: 'page',
    resolveId: (id) => (id === 'page' ? id : null),
    load: (id) => (id === 'page' ? code : null),
  };
}

async function minify(code: string): Promise<string> {
  return (await transform(code, { minify: true, format: 'esm', target: 'es2022' })).code;
}
