import { build, transform } from 'esbuild';
import { minify as shrink } from 'terser';

const target = 'es2023';

/** A module, minified. */
export async function minifyModule(code: string): Promise<string> {
  const { code: smaller } = await transform(code, { minify: true, format: 'esm', target, charset: 'utf8' });
  return shrinkAgain(smaller);
}

/** A module and what it imports as one classic script that leaves no name behind, minified. */
export async function minifyScript(code: string, resolveDir: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target,
    charset: 'utf8',
    legalComments: 'none',
  });
  return shrinkAgain(outputFiles[0]!.text);
}

/** A second pass by another minifier takes more than either alone. Nothing unsafe: Realtime's library breaks by it. */
async function shrinkAgain(code: string): Promise<string> {
  const { code: smallest } = await shrink(code, {
    module: true,
    compress: { ecma: 2020, passes: 3 },
    format: { ecma: 2020, comments: false },
  });
  return smallest ?? code;
}
