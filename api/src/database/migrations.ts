import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** One file of the migrations directory. */
export interface Migration {
  /** The file's name without `.sql`: `0010_roles`. */
  version: string;
  /** SHA-256 of its text, line endings aside. */
  checksum: string;
  sql: string;
}

const fileName = /^\d{4,}_[a-z0-9_]+\.sql$/;

/** The migrations of a directory, in the order in which they are applied. */
export async function readMigrations(dir: string): Promise<Migration[]> {
  const files = (await readdir(dir)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(files.map((name) => readMigration(dir, name)));
}

async function readMigration(dir: string, name: string): Promise<Migration> {
  if (!fileName.test(name)) {
    throw new Error(`${join(dir, name)} is not named like a migration; call it 0010_what_it_does.sql.`);
  }
  // Git may check the same file out with other line endings.
  const sql = (await readFile(join(dir, name), 'utf8')).replaceAll('\r\n', '\n');
  return {
    version: name.slice(0, -'.sql'.length),
    checksum: createHash('sha256').update(sql).digest('hex'),
    sql,
  };
}
