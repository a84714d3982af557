import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { defaultCacheDir } from '../../src/database/paths.ts';
import { createMigratedPglite, migratedSnapshot } from '../../src/database/snapshot.ts';
import { copyMigrations, noteMigrations } from './support/fixtures.ts';
import { runScript } from './support/script.ts';
import { temporaryDirectory } from './support/temporary-directory.ts';

// Every test starts a database or several, and each start writes a thousand files.
vi.setConfig({ testTimeout: 60_000 });

/** A cache in which initdb's work is already done, so that a test waits for migrations only. */
async function cacheWithEmptyDatabase(): Promise<string> {
  const directory = temporaryDirectory();
  await migratedSnapshot({ migrationsDir: copyMigrations({ count: 0 }), cacheDir: defaultCacheDir });
  for (const name of readdirSync(defaultCacheDir).filter((file) => file.startsWith('empty-'))) {
    copyFileSync(join(defaultCacheDir, name), join(directory, name));
  }
  return directory;
}

const migratedFiles = (directory: string): string[] =>
  readdirSync(directory).filter((name) => name.startsWith('migrated-'));

test('a database from the snapshot has every migration and its data, and can be written', async () => {
  const pglite = await createMigratedPglite({ migrationsDir: noteMigrations, cacheDir: defaultCacheDir });
  await pglite.query('select public.add_note(2)');
  const { rows } = await pglite.query('select * from public.notes order by id');
  expect(rows).toEqual([
    { id: 1, body: 'first', author: 'nobody' },
    { id: 2, body: 'note 2', author: 'nobody' },
  ]);
  await pglite.close();
});

test('two databases from one snapshot know nothing of each other', async () => {
  const options = { migrationsDir: noteMigrations, cacheDir: defaultCacheDir };
  const one = await createMigratedPglite(options);
  const other = await createMigratedPglite(options);
  await one.query('delete from public.notes');
  expect((await other.query('select id from public.notes')).rows).toEqual([{ id: 1 }]);
  await Promise.all([one.close(), other.close()]);
});

test('without any cache, the whole way from initdb is announced and done', async () => {
  const said: string[] = [];
  const cacheDir = temporaryDirectory();
  await migratedSnapshot({ migrationsDir: noteMigrations, cacheDir, log: (line) => said.push(line) });
  expect(said).toEqual(['Preparing the embedded database (once, about 5 s) …']);
  await migratedSnapshot({ migrationsDir: noteMigrations, cacheDir, log: (line) => said.push(line) });
  expect(said).toHaveLength(1);
});

test('a changed, an added and a renamed migration are each another snapshot', async () => {
  const cacheDir = await cacheWithEmptyDatabase();
  const directories = [
    copyMigrations({ count: 1 }),
    copyMigrations({ count: 1, more: { '0020_other.sql': 'select 1;' } }),
    copyMigrations({ count: 1, more: { '0020_other.sql': 'select 2;' } }),
    copyMigrations({ count: 1, more: { '0020_another.sql': 'select 2;' } }),
  ];
  for (const migrationsDir of directories) await migratedSnapshot({ migrationsDir, cacheDir });
  expect(migratedFiles(cacheDir)).toHaveLength(directories.length);
});

test('a migration that fails is reported and leaves nothing in the cache', async () => {
  const cacheDir = await cacheWithEmptyDatabase();
  const migrationsDir = copyMigrations({ more: { '0030_wrong.sql': 'select 1;\nselect wrong;' } });
  await expect(migratedSnapshot({ migrationsDir, cacheDir })).rejects.toThrow(
    /^Migration 0030_wrong\.sql failed at line 2: .*wrong/,
  );
  expect(migratedFiles(cacheDir)).toEqual([]);
});

test('two processes that build the snapshot at once both get a good database', async () => {
  const cacheDir = await cacheWithEmptyDatabase();
  const processes = [1, 2].map(() => runScript('open-directory.ts', ['', noteMigrations, cacheDir]));
  expect(await Promise.all(processes.map((process) => process.nextLine()))).toEqual(['open', 'open']);
  expect(migratedFiles(cacheDir)).toHaveLength(1);
});
