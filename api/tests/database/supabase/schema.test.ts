import { expect, test } from 'vitest';
import { defaultMigrationsDir } from '../../../src/database/paths.ts';
import { readMigrations } from '../../../src/database/migrations.ts';
import { result, says, scripted, type Say } from './scripted-server.ts';

const newest = (await readMigrations(defaultMigrationsDir)).at(-1)?.version ?? '';
const open = (say: Say, log: (line: string) => void = () => {}) =>
  scripted([say], { migrationsDir: defaultMigrationsDir, log });

test('a project with the newest schema is opened', async () => {
  const { requests } = await open(result(newest));
  expect(requests.map(({ path }) => path)).toEqual(['/rest/v1/rpc/get_schema_version']);
});

test('a project without the schema is refused, and the error says what to run', async () => {
  const missing = says(404, { code: 'PGRST202', message: 'Could not find the function' });
  await expect(open(missing)).rejects.toThrow(
    /supabase at 127.*has no Wee5 schema: run `npx pnpm@10 wee5 migrate` with DATABASE_URL of the project\./,
  );
});

test('a project with an older schema is refused, and the error names both', async () => {
  await expect(open(result('0910_grants'))).rejects.toThrow(
    `has the schema of 0910_grants, older than ${newest}: run`,
  );
});

test('a newer schema is taken, so that a project can be migrated first', async () => {
  const lines: string[] = [];
  await open(result('9999_later'), (line) => lines.push(line));
  expect(lines).toEqual([expect.stringContaining('newer schema')]);
});

test('a project that does not answer is not taken for one without a schema', async () => {
  await expect(open(says(401, { message: 'Invalid API key' }))).rejects.toThrow('SUPABASE_SECRET_KEY');
});
