import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryDirectory } from './temporary-directory.ts';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** Functions that show what the port promises. */
export const contractMigrations = join(fixtures, 'contract');

/** Two migrations: a table with one row, then a column and two functions. */
export const noteMigrations = join(fixtures, 'migrations');

/** The path of a script for a child process. */
export function scriptPath(name: string): string {
  return join(fixtures, 'scripts', name);
}

/** A copy of the first `count` note migrations, for a test to change; `more` adds or replaces files. */
export function copyMigrations({
  count = 2,
  more = {},
}: { count?: number; more?: Record<string, string> } = {}): string {
  const directory = temporaryDirectory();
  for (const name of readdirSync(noteMigrations).toSorted().slice(0, count)) {
    copyFileSync(join(noteMigrations, name), join(directory, name));
  }
  for (const [name, sql] of Object.entries(more)) writeFileSync(join(directory, name), sql);
  return directory;
}
