import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { minifyLiterals } from './minify-literals.ts';

/** Builds the script tag's file: one classic script, everything included. */
export async function bundle(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../src/embed.ts', import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2023',
    charset: 'utf8',
    legalComments: 'none',
    banner: { js: '/*! Wee5 widgets, MIT. Contains Lit, BSD-3-Clause, © Google LLC. */' },
    plugins: [minifyLiterals],
  });
  return outputFiles[0]!.contents;
}

/** What travels to a reader: `25.1 KB gzip, 22.6 KB brotli`. */
export function describeSize(code: Uint8Array): string {
  const size = (bytes: Uint8Array) => `${(bytes.length / 1024).toFixed(1)} KB`;
  return `${size(gzipSync(code, { level: 9 }))} gzip, ${size(brotliCompressSync(code))} brotli`;
}
