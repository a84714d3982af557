import { fileURLToPath } from 'node:url';
import type { BuildOptions } from 'esbuild';

/** Where the gallery's own files are. */
export const galleryDirectory = fileURLToPath(new URL('.', import.meta.url));

/** The gallery's script and fonts; beside them stand `index.html`, `hostile.css` and the portrait. */
export const galleryBuild = {
  entryPoints: [`${galleryDirectory}gallery.ts`, `${galleryDirectory}fonts.css`],
  bundle: true,
  format: 'esm',
  target: 'es2023',
  loader: { '.woff2': 'file', '.woff': 'file' },
  outdir: galleryDirectory,
  // The fake clock asks for it in Node alone.
  external: ['util'],
  write: false,
} satisfies BuildOptions;
