import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createDatabaseFunctions } from '../../src/database/functions.ts';
import { openDatabase } from '../../src/database/open.ts';
import type { DatabaseConfig } from '../../src/database/open.ts';
import type { Database } from '../../src/database/port.ts';
import { temporaryDatabase } from './support/postgres.ts';
import { temporaryDirectory } from './support/temporary-directory.ts';

// The first start after a change of the schema prepares the embedded database.
vi.setConfig({ testTimeout: 60_000 });

async function open(config: DatabaseConfig): Promise<Database> {
  const database = await openDatabase(config);
  onTestFinished(() => database.close());
  return database;
}

test('without a url the schema lives in an embedded database in the data directory', async () => {
  const database = await open({ dataDir: join(temporaryDirectory(), 'data') });
  expect(database.name).toBe('embedded (PGlite)');
  expect(await createDatabaseFunctions(database).getSchemaVersion()).toMatch(/^\d{4}_/);
});

test('with a url the schema lives in that Postgres, and the data directory stays untouched', async () => {
  const databaseUrl = await temporaryDatabase();
  const dataDir = join(temporaryDirectory(), 'data');
  const database = await open({ databaseUrl, databaseListenUrl: undefined, dataDir });
  expect(database.name).toBe(`postgres at 127.0.0.1${new URL(databaseUrl).pathname}`);
  expect(await createDatabaseFunctions(database).getSchemaVersion()).toMatch(/^\d{4}_/);
  expect(existsSync(dataDir)).toBe(false);
});

test('two replicas that open an empty Postgres at once both find the whole schema', async () => {
  const databaseUrl = await temporaryDatabase();
  const dataDir = temporaryDirectory();
  const replicas = await Promise.all([1, 2].map(() => open({ databaseUrl, dataDir })));
  for (const replica of replicas) {
    expect(await createDatabaseFunctions(replica).getSchemaVersion()).toMatch(/^\d{4}_/);
  }
});
