import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildSite, type Site } from './build-site.ts';
import { packageRoot } from './project.ts';

/** Where the built site is, ready for any server of files. */
export const siteDirectory = join(packageRoot, 'dist');

/** Builds the site anew and writes it. */
export async function writeSite(directory = siteDirectory): Promise<Site> {
  const site = await buildSite();
  await rm(directory, { recursive: true, force: true });
  for (const [path, content] of site) {
    const file = join(directory, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return site;
}
