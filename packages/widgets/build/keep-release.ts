import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { scriptDirectory } from './write-script.ts';

export const keptDirectory = new URL('../kept/', import.meta.url);

/**
 * Keeps the files of a build that never change, for the servers of later releases: pages that pin this release's
 * script, or still hold it, ask them for its parts.
 * @returns their names
 */
export async function keepRelease(from = scriptDirectory, to = keptDirectory): Promise<string[]> {
  const names = (await readdir(from)).filter((name) => /\.[\w-]{43}\.js(\.br|\.gz)?$/.test(name));
  await mkdir(to, { recursive: true });
  for (const name of names) await copyFile(new URL(name, from), new URL(name, to));
  return names;
}
