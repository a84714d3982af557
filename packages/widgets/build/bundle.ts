import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { minifyLiterals } from './minify-literals.ts';

const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const common = {
  bundle: true,
  write: false,
  minify: true,
  target: 'es2023',
  charset: 'utf8',
  legalComments: 'none',
} satisfies BuildOptions;

/** A classic script cannot be cut into chunks: it imports the file beside it instead. */
const realtimeBeside: Plugin = {
  name: 'realtime-beside',
  setup(builder) {
    builder.onResolve({ filter: /\/load-realtime\.ts$/ }, () => ({
      path: pathOf('../src/embed-realtime.ts'),
    }));
  },
};

/** Builds the script tag's file: one classic script, everything included that every page needs. */
export async function bundle(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    ...common,
    entryPoints: [pathOf('../src/embed.ts')],
    format: 'iife',
    banner: { js: '/*! Wee5 widgets, MIT. Contains Lit, BSD-3-Clause, © Google LLC. */' },
    plugins: [minifyLiterals, realtimeBeside],
  });
  return outputFiles[0]!.contents;
}

/** Builds the module beside it, which only the pages of members load. */
export async function bundleRealtime(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    ...common,
    stdin: {
      contents: `export { RealtimeClient } from '@supabase/realtime-js';`,
      // The library is the client's dependency.
      resolveDir: pathOf('../../client'),
    },
    format: 'esm',
    banner: { js: '/*! @supabase/realtime-js, MIT, © Supabase. Contains Phoenix, MIT, © Chris McCord. */' },
  });
  return outputFiles[0]!.contents;
}

/** What travels to a reader: `25.1 KB gzip, 22.6 KB brotli`. */
export function describeSize(code: Uint8Array): string {
  const size = (bytes: Uint8Array) => `${(bytes.length / 1024).toFixed(1)} KB`;
  return `${size(gzipSync(code, { level: 9 }))} gzip, ${size(brotliCompressSync(code))} brotli`;
}
