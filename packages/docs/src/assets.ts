import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { build } from 'esbuild';
import type { Site } from './build-site.ts';
import { packageRoot, projectRoot } from './project.ts';

const gallery = join(projectRoot, 'packages/widgets/gallery');

/** What pages load: scripts with the real widgets in them, styles and pictures. */
export async function buildAssets(): Promise<Site> {
  const { outputFiles } = await build({
    entryPoints: ['site', 'demo', 'home', 'playground'].map((name) =>
      join(packageRoot, 'browser', `${name}.ts`),
    ),
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    outdir: join(packageRoot, 'dist/assets'),
  });
  const site: Site = new Map(
    outputFiles.map(({ path, contents }) => [relative(join(packageRoot, 'dist'), path), contents]),
  );
  for (const file of [...globSync(join(packageRoot, 'static/*')), join(gallery, 'portrait.svg')]) {
    site.set(`assets/${basename(file)}`, await readFile(file));
  }
  return site;
}
