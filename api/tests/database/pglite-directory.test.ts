import fs, { existsSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openPglite } from '../../src/database/pglite.ts';
import type { Database } from '../../src/database/port.ts';
import { eventually } from './support/eventually.ts';
import { copyMigrations, noteMigrations } from './support/fixtures.ts';
import { prepareDirectory } from './support/prepared-directory.ts';
import { runScript } from './support/script.ts';
import { temporaryDirectory } from './support/temporary-directory.ts';

// Every test starts a database or several, and each start writes a thousand files.
vi.setConfig({ testTimeout: 60_000 });

const migrationsDir = noteMigrations;
const preparedDirectory = prepareDirectory();

async function useDatabase<Result>(
  options: { dataDir: string; migrationsDir: string },
  use: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await openPglite(options);
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

const countNotes = (database: Database): Promise<number> => database.call('count_notes', {});

test('what was written is there after closing and opening again', async () => {
  const dataDir = preparedDirectory();
  await useDatabase({ dataDir, migrationsDir }, (database) => database.call('add_note', { id: 2 }));
  expect(await useDatabase({ dataDir, migrationsDir }, countNotes)).toBe(2);
});

test('every acknowledged write survives SIGKILL in the middle of writing', async () => {
  const dataDir = preparedDirectory();
  const writer = runScript('write-notes.ts', [dataDir, migrationsDir]);
  for (let i = 0; i < 50; i += 1) expect(await writer.nextLine()).toBeDefined();
  await writer.kill();
  const acknowledged = writer.lines.map(Number);
  expect(acknowledged.length).toBeGreaterThanOrEqual(50);
  await useDatabase({ dataDir, migrationsDir }, async (database) => {
    // The note after the last acknowledged one may have been committed without its line being printed.
    expect(await countNotes(database)).toBeGreaterThanOrEqual(acknowledged.length + 1);
    for (const id of acknowledged) {
      await expect(database.call('add_note', { id })).rejects.toMatchObject({ sqlState: '23505' });
    }
  });
});

test('a commit is on disk when it is acknowledged, and a read waits for no disk', async () => {
  const sync = vi.spyOn(fs, 'fsyncSync');
  await useDatabase({ dataDir: preparedDirectory(), migrationsDir }, async (database) => {
    sync.mockClear();
    await countNotes(database);
    expect(sync).not.toHaveBeenCalled();
    await database.call('add_note', { id: 2 });
    expect(sync).toHaveBeenCalled();
  });
  sync.mockRestore();
});

test('a disk that fails to sync fails the call', async () => {
  const sync = vi.spyOn(fs, 'fsyncSync');
  const dataDir = preparedDirectory();
  const database = await openPglite({ dataDir, migrationsDir });
  sync.mockImplementation(() => {
    throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' });
  });
  await expect(database.call('add_note', { id: 2 })).rejects.toMatchObject({ kind: 'unavailable' });
  sync.mockRestore();
  await database.close();
});

test('a second process is refused and does no damage', async () => {
  const dataDir = preparedDirectory();
  const database = await openPglite({ dataDir, migrationsDir });
  const second = runScript('open-directory.ts', [dataDir, migrationsDir]);
  expect(await second.nextLine()).toMatch(
    new RegExp(
      `^${dataDir} is in use by process ${process.pid} since .*set WEE5_DATA_DIR to another directory`,
    ),
  );
  await second.ended;
  for (let id = 2; id < 20; id += 1) await database.call('add_note', { id });
  await database.close();
  expect(await useDatabase({ dataDir, migrationsDir }, countNotes)).toBe(19);
});

test('the directory is free again after its process was killed', async () => {
  const dataDir = preparedDirectory();
  const first = runScript('open-directory.ts', [dataDir, migrationsDir]);
  expect(await first.nextLine()).toBe('open');
  await expect(openPglite({ dataDir, migrationsDir })).rejects.toThrow(`in use by process ${first.pid}`);
  await first.kill();
  expect(await useDatabase({ dataDir, migrationsDir }, countNotes)).toBe(1);
});

test('of two processes that open a new directory at once one gets it', async () => {
  const dataDir = join(temporaryDirectory(), 'new');
  const both = [1, 2].map(() => runScript('open-directory.ts', [dataDir, migrationsDir]));
  const answers = await Promise.all(both.map((process) => process.nextLine()));
  expect(answers.filter((answer) => answer === 'open')).toHaveLength(1);
  expect(answers.filter((answer) => answer?.includes('is in use by'))).toHaveLength(1);
});

test('a process killed while it makes the database leaves nothing that is mistaken for one', async () => {
  const dataDir = temporaryDirectory();
  const maker = runScript('open-directory.ts', [dataDir, migrationsDir]);
  const unfinished = join(dataDir, 'postgres.unfinished', 'base');
  await eventually(() => existsSync(unfinished)).toBe(true);
  await maker.kill();
  expect(readdirSync(dataDir)).not.toContain('postgres');
  // As if it had been killed a little later.
  writeFileSync(join(dataDir, 'postgres.unfinished', 'PG_VERSION'), '18\n');
  expect(await useDatabase({ dataDir, migrationsDir }, countNotes)).toBe(1);
  expect(readdirSync(dataDir).toSorted()).toEqual(['postgres', 'wee5.lock']);
});

test('a database of an older version is migrated and keeps its data', async () => {
  const dataDir = temporaryDirectory();
  await useDatabase({ dataDir, migrationsDir: copyMigrations({ count: 1 }) }, async (database) => {
    await expect(countNotes(database)).rejects.toMatchObject({ sqlState: '42883' });
  });
  await useDatabase({ dataDir, migrationsDir }, async (database) => {
    expect(await countNotes(database)).toBe(1);
    expect(await database.call('add_note', { id: 2 })).toBe(2);
  });
  expect(await useDatabase({ dataDir, migrationsDir }, countNotes)).toBe(2);
});

test('what a migration sets for its session does not outlive it', async () => {
  const dataDir = preparedDirectory();
  const more = {
    '0030_set.sql': `set search_path = pg_catalog;
      create function public.search_path() returns text language sql as $$ select current_setting('search_path') $$;`,
  };
  await useDatabase({ dataDir, migrationsDir: copyMigrations({ more }) }, async (database) => {
    expect(await database.call('search_path', {})).toBe('public');
  });
});

test('a database of a newer version is refused, unharmed and free for the newer one', async () => {
  const dataDir = preparedDirectory();
  const older = copyMigrations({ count: 1 });
  await expect(openPglite({ dataDir, migrationsDir: older })).rejects.toThrow(
    /made by a newer version of Wee5: it has the migrations 0020_note_author, .*Update Wee5/,
  );
  expect(await useDatabase({ dataDir, migrationsDir }, countNotes)).toBe(1);
});

test('a damaged database is refused with its directory and what to do', async () => {
  const dataDir = preparedDirectory();
  truncateSync(join(dataDir, 'postgres', 'global', 'pg_control'), 0);
  await expect(openPglite({ dataDir, migrationsDir })).rejects.toThrow(
    new RegExp(
      `^The embedded database in ${dataDir}/postgres cannot be opened: could not read.*WEE5_DATA_DIR`,
    ),
  );
  // The lock was let go: the second refusal is for the same reason.
  await expect(openPglite({ dataDir, migrationsDir })).rejects.toThrow('cannot be opened');
});

test('a directory that holds no database is not taken for an empty one', async () => {
  const dataDir = temporaryDirectory();
  mkdirSync(join(dataDir, 'postgres'));
  writeFileSync(join(dataDir, 'postgres', 'notes.txt'), 'mine');
  await expect(openPglite({ dataDir, migrationsDir })).rejects.toThrow('cannot be opened');
  expect(readdirSync(join(dataDir, 'postgres'))).toEqual(['notes.txt']);
});
