import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeSchema } from '../../src/describe-schema.ts';
import { database } from '../support/database.ts';

test('the migrations end where supabase/schema.txt says', async () => {
  const committed = readFileSync(new URL('../../schema.txt', import.meta.url), 'utf8').replaceAll(
    '\r\n',
    '\n',
  );
  expect(
    await describeSchema(database.query),
    'The migrations and supabase/schema.txt differ: run "npx pnpm@10 schema" and read what it changes.',
  ).toBe(committed);
});
