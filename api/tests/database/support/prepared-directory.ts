import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openPglite } from '../../../src/database/pglite.ts';
import { noteMigrations } from './fixtures.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** Makes one data directory with the note migrations for a file, and copies of it, which take far less time. */
export function prepareDirectory(): () => string {
  const original = mkdtempSync(join(tmpdir(), 'wee5-test-'));
  beforeAll(async () => {
    await (await openPglite({ dataDir: original, migrationsDir: noteMigrations })).close();
  });
  afterAll(() => rmSync(original, { recursive: true, force: true }));
  return () => {
    const copy = join(temporaryDirectory(), 'data');
    cpSync(original, copy, { recursive: true });
    return copy;
  };
}
