import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const migrations = new URL('../../migrations/', import.meta.url);
const files = (await readdir(migrations)).filter((name) => name.endsWith('.sql'));

test('there are migrations at all', () => {
  expect(files.length).toBeGreaterThan(30);
});

// Whop's ids are text, and auth.uid() raises on what is no uuid.
test.each(files)('%s', async (file) => {
  expect(await readFile(new URL(file, migrations), 'utf8')).not.toMatch(/auth\s*\.\s*"?uid/i);
});
