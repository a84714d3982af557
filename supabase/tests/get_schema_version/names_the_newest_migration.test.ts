import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { functions } from '../support/index.ts';

test('so a migration that is added has to replace it', async () => {
  const migrations = readdirSync(new URL('../../migrations/', import.meta.url));
  const newest = migrations.toSorted().at(-1);
  expect(await functions.getSchemaVersion()).toBe(newest?.replace('.sql', ''));
});
