import { randomUUID } from 'node:crypto';
import { createDatabase, dropDatabase } from '@wee5/tooling/postgres';
import { afterAll, beforeAll, inject, onTestFinished } from 'vitest';

/** A new, empty database of the run's Postgres, dropped when the test is over. */
export async function temporaryDatabase(): Promise<string> {
  const { url } = inject('postgres');
  const name = newName();
  onTestFinished(() => dropDatabase(url, name));
  return createDatabase(url, name);
}

/** The same for a whole file; ask for its url when a test or hook runs. */
export function fileDatabase(): () => string {
  const { url } = inject('postgres');
  const name = newName();
  let created = '';
  beforeAll(async () => {
    created = await createDatabase(url, name);
  });
  afterAll(() => dropDatabase(url, name));
  return () => created;
}

function newName(): string {
  return `wee5_port_${randomUUID().slice(0, 8)}`;
}
