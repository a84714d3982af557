import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createDatabaseFunctions } from '../../src/database/functions.ts';
import { IntegrityFunctions } from '../../src/database/integrity-functions.ts';
import { defaultMigrationsDir } from '../../src/database/paths.ts';
import { openPglite } from '../../src/database/pglite.ts';
import { openPostgres } from '../../src/database/postgres.ts';
import type { Database } from '../../src/database/port.ts';
import { fileDatabase } from '../database/support/postgres.ts';
import { temporaryDirectory } from '../database/support/temporary-directory.ts';
import { populate } from '../integrity/support.ts';
import { wee5 } from '../support/wee5.ts';

// Every command is a process of its own, which opens a database.
vi.setConfig({ testTimeout: 120_000 });

const databaseUrl = fileDatabase();
let database: Database;
let session: pg.Client;
beforeAll(async () => {
  database = await openPostgres({ url: databaseUrl(), migrationsDir: defaultMigrationsDir });
  session = new pg.Client(databaseUrl());
  await session.connect();
  const functions = createDatabaseFunctions(database);
  await populate(functions, 'biz_1');
  await populate(functions, 'biz_2', 1);
});
afterAll(async () => {
  await session.end();
  await database.close();
});

const run = (...args: string[]) => wee5({ DATABASE_URL: databaseUrl() }, ...args);
const good = (id: string, members: string) => `${id}: all is what the log says, for ${members}.\n`;

it('checks every community, names what differs, mends it on request, and is then content', async () => {
  expect(await run('check')).toEqual({
    code: 0,
    err: '',
    out: good('biz_1', '2 members') + good('biz_2', '1 member'),
  });
  expect(await run('rebuild')).toMatchObject({ code: 0 });

  await session.query(`update public.users set xp = 14 where community_id = 'biz_1' and id = 'user_1'`);
  await session.query(`delete from public.streak_days where community_id = 'biz_1' and user_id = 'user_0'`);
  const differs = [
    'biz_1: 2 mismatches among 2 members (total: 1, streakDay: 1).',
    '  user_0: streakDay is null, by the log "2026-11-20"',
    '  user_1: total is 14, by the log 15',
    '',
  ].join('\n');
  expect(await run('check', '--community', 'biz_1')).toEqual({ code: 1, err: '', out: differs });
  expect(await run('rebuild', '--community', 'biz_1')).toEqual({
    code: 1,
    err: '',
    out: `${differs}Run it again with --yes to write what the log says.\n`,
  });

  expect(await run('rebuild', '--yes')).toEqual({
    code: 0,
    err: '',
    out: [
      'biz_1: mended 2 mismatches (total: 1, streakDay: 1), for 2 members.\n',
      good('biz_1', '2 members'),
      'biz_2: changed nothing, for 1 member.\n',
      good('biz_2', '1 member'),
    ].join(''),
  });
  const kept = await new IntegrityFunctions(database).listIntegrityChecks('biz_1', 10);
  expect(kept.map(({ ok }) => ok)).toEqual([true, false, false, true, true]);
});

it('says which community it does not know', async () => {
  const unknown = await run('check', '--community', 'biz_typo');
  expect(unknown).toMatchObject({ code: 1, out: '' });
  expect(unknown.err).toContain('biz_typo is not known in postgres at');
});

it('says what to do where the running server has the embedded database', async () => {
  const dataDir = temporaryDirectory();
  const running = await openPglite({ dataDir });
  const refused = await wee5({ WEE5_DATA_DIR: dataDir }, 'rebuild', '--yes');
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain('Stop it and run this again, or read what it found last night: GET /api/v1/');
  await running.close();
});
