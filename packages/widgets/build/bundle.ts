import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { minifyLiterals } from './minify-literals.ts';

/** Where the script tag's file is built. */
export const bundlePath = fileURLToPath(new URL('../dist/wee5.js', import.meta.url));

/** Builds the script tag's file: one classic script, everything included. */
export async function bundle(): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(new URL('../src/embed.ts', import.meta.url))],
    outfile: bundlePath,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2023',
    charset: 'utf8',
    legalComments: 'none',
    banner: { js: '/*! Wee5 widgets, MIT. Contains Lit, BSD-3-Clause, © Google LLC. */' },
    plugins: [minifyLiterals],
  });
}
