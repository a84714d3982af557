import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Sheet } from './take-sheet.ts';

/** The accepted pictures, and which browser drew them. */
const directory = join(import.meta.dirname, '..', 'baselines');
const buildFile = join(directory, 'browser.txt');

/** Which build of which browser drew the accepted pictures; undefined where none were accepted yet. */
export async function acceptedBuild(): Promise<string | undefined> {
  return (await readFile(buildFile, 'utf8').catch(() => undefined))?.trim();
}

/** The names of the accepted sheets. */
export async function acceptedNames(): Promise<string[]> {
  const files = await readdir(directory).catch(() => []);
  return files.filter((file) => file.endsWith('.webp')).map((file) => file.replace(/\.webp$/, ''));
}

/** The accepted picture of a sheet, or undefined where there is none. */
export async function readAccepted(name: string): Promise<Buffer | undefined> {
  return readFile(fileOf(name)).catch(() => undefined);
}

/** Forgets what was accepted before, so that the pictures of what is gone go too. */
export async function beginAccepting(build: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  await writeFile(buildFile, `${build}\n`);
}

export async function accept({ view, image }: Sheet): Promise<void> {
  await sharp(image).webp({ lossless: true, effort: 6 }).toFile(fileOf(view.name));
}

function fileOf(name: string): string {
  return join(directory, `${name}.webp`);
}
