import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { compareSheet } from './compare.ts';
import { steadySheet } from './steady-sheet.ts';
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

/**
 * Makes a sheet the accepted one; a picture that is the same within the tolerances stays as it is.
 * @throws where it never looks the same twice when taken `again`
 */
export async function accept(sheet: Sheet, again: () => Promise<Sheet>): Promise<void> {
  const { name } = sheet.view;
  const accepted = await readAccepted(name);
  if (accepted && !(await compareSheet(sheet, accepted))) return;
  const { image } = await steadySheet(sheet, again);
  await mkdir(directory, { recursive: true });
  await sharp(image).webp({ lossless: true, effort: 6 }).toFile(fileOf(name));
}

/** Says which browser drew what is accepted, and forgets the sheets of views that are no more. */
export async function finishAccepting(build: string, views: Set<string>): Promise<void> {
  for (const name of await acceptedNames()) if (!views.has(name)) await rm(fileOf(name));
  await writeFile(buildFile, `${build}\n`);
}

function fileOf(name: string): string {
  return join(directory, `${name}.webp`);
}
