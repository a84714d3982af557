import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDatabaseFunctions } from '../../src/database/functions.ts';
import { defaultMigrationsDir } from '../../src/database/paths.ts';
import { openPostgres } from '../../src/database/postgres.ts';
import { fileDatabase } from '../database/support/postgres.ts';
import { projectRoot } from '../deploy/dockerfile.ts';
import { asExpected, examplesIn } from '../deploy/guide.ts';
import { populate } from './support.ts';

const execute = promisify(execFile);
const guide = readFileSync(new URL('../../../docs/integrity.md', import.meta.url), 'utf8');
const examples = examplesIn(guide).filter(({ runs }) => runs);

describe('the guide to checks and rebuilds', () => {
  const databaseUrl = fileDatabase();
  beforeAll(async () => {
    const database = await openPostgres({ url: databaseUrl(), migrationsDir: defaultMigrationsDir });
    await populate(createDatabaseFunctions(database), 'biz_1');
    await database.close();
    const session = new pg.Client(databaseUrl());
    await session.connect();
    await session.query(`update public.users set xp = 14 where id = 'user_1'`);
    await session.end();
  });

  it('has a command for everything it tells of', () => {
    expect(examples).toHaveLength(3);
  });

  // In the guide's own order: a command stands on what those before it did.
  for (const { command, expected } of examples) {
    it(`prints what it says for: ${command}`, async () => {
      const here = command.replaceAll('npx pnpm@10 wee5', `'${process.execPath}' api/src/cli/main.ts`);
      const env = { ...process.env, DATABASE_URL: databaseUrl() };
      const { stdout } = await execute('sh', ['-c', here], { cwd: projectRoot, env });
      expect(stdout.trim()).toMatch(asExpected(expected));
    });
  }
});
