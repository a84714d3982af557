import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { packageDirectory } from './build.ts';

interface Chunks {
  /** What a page loads with its first import. */
  first: Buffer;
  /** What it loads once somebody watches. */
  later: Buffer;
}

/** The built package with all that it may load, as esbuild divides it. */
export async function splitPackage(): Promise<Chunks> {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(packageDirectory, 'dist/index.js')],
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    format: 'esm',
    write: false,
    outdir: packageDirectory,
    absWorkingDir: packageDirectory,
    target: 'es2022',
  });
  const first = loadedWith(metafile, 'index.js');
  const files = outputFiles.map(({ path, contents }) => ({
    isFirst: first.has(path.slice(packageDirectory.length + 1)),
    contents,
  }));
  const gather = (wanted: boolean) =>
    Buffer.concat(files.filter(({ isFirst }) => isFirst === wanted).map(({ contents }) => contents));
  return { first: gather(true), later: gather(false) };
}

/** A file and what it imports at once, but not what it imports later. */
function loadedWith({ outputs }: Metafile, file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const { path, kind } of outputs[file]?.imports ?? [])
    if (kind === 'import-statement') loadedWith({ outputs } as Metafile, path, found);
  return found;
}
