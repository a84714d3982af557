import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, transform, type Metafile, type Plugin } from 'esbuild';
import { foldMarkup, minifyLiterals } from '../../../widgets/build/minify-literals.ts';
import { readManifest } from '../packed/pack.ts';
import { projectRoot } from '../tools.ts';

export interface Size {
  /** What is imported: `@wee5/widgets/rank-card/define`. */
  entry: string;
  /** What a page loads with it, dependencies included, in bytes of gzip. */
  first: number;
  /** What it may load later, by `import()`. */
  later: number;
}

/** What a page pays for each import; classes without their definition are no import of a page. */
export async function measureEntries(): Promise<Size[]> {
  const sizes: Size[] = [];
  for (const name of ['client', 'react', 'widgets']) {
    const directory = join(projectRoot, 'packages', name);
    const manifest = await readManifest(directory);
    for (const [entry, path] of Object.entries(manifest.exports ?? {}).filter(([it]) => isForPages(it)))
      sizes.push({ entry: join(manifest.name, entry), ...(await measure(join(directory, String(path)))) });
  }
  return sizes.toSorted((a, b) => a.entry.localeCompare(b.entry, 'en'));
}

function isForPages(entry: string): boolean {
  return entry === '.' || entry === './config' || entry.endsWith('/define');
}

async function measure(path: string): Promise<Omit<Size, 'entry'>> {
  const { outputFiles, metafile } = await build({
    entryPoints: { entry: path },
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    format: 'esm',
    write: false,
    outdir: projectRoot,
    absWorkingDir: projectRoot,
    target: 'es2022',
    plugins: [asPublished],
    // The page has React anyway.
    external: ['react'],
  });
  const first = loadedWith(metafile, 'entry.js');
  const sizeOf = (wanted: boolean) =>
    outputFiles
      .filter((file) => first.has(file.path.slice(projectRoot.length + 1)) === wanted)
      .reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
  return { first: sizeOf(true), later: sizeOf(false) };
}

/** The sources of the widgets as `rollup.config.mjs` publishes them: with short styles and templates. */
const asPublished: Plugin = {
  name: 'as-published',
  setup: (bundling) =>
    bundling.onLoad({ filter: /packages\/widgets\/src\/.*\.ts$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'ts', target: 'es2022' });
      return { contents: await minifyLiterals(code, foldMarkup) };
    }),
};

/** A file and what it imports at once, but not what it imports later. */
function loadedWith(metafile: Metafile, file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const { path, kind } of metafile.outputs[file]?.imports ?? [])
    if (kind === 'import-statement') loadedWith(metafile, path, found);
  return found;
}
