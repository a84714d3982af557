import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** What a page that bundles the npm package serves: all widgets, defined, and `Wee5.configure`. */
export async function bundleForPage(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import './define.ts'; import { configure } from './config.ts'; globalThis.Wee5 = { configure };`,
      resolveDir: fileURLToPath(new URL('../src', import.meta.url)),
    },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2023',
  });
  return outputFiles[0]!.contents;
}
