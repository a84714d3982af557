import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../../src/database/migrate.ts';
import type { MigrationSession } from '../../src/database/migrate.ts';
import { readMigrations } from '../../src/database/migrations.ts';
import { defaultCacheDir, defaultMigrationsDir } from '../../src/database/paths.ts';
import { migrationSession } from '../../src/database/pglite-session.ts';
import { migratePostgres } from '../../src/database/postgres-migrate.ts';
import { createMigratedPglite } from '../../src/database/snapshot.ts';
import { copyMigrations, noteMigrations } from './support/fixtures.ts';
import { fileDatabase, temporaryDatabase } from './support/postgres.ts';

const postgresUrl = fileDatabase();

interface OpenSession extends MigrationSession {
  close: () => Promise<void>;
}

const adapters: { name: string; open: () => Promise<OpenSession> }[] = [
  { name: 'PGlite', open: openPgliteSession },
  { name: 'Postgres', open: () => openPostgresSession(postgresUrl()) },
];

describe.each(adapters)('on $name', ({ open }) => {
  let session: OpenSession;

  beforeAll(async () => {
    session = await open();
  });

  afterAll(() => session.close());

  beforeEach(async () => {
    await session.exec(
      'drop schema if exists wee5_migrations cascade; drop schema public cascade; create schema public',
    );
  });

  const run = async (directory: string, log?: (line: string) => void): Promise<number> =>
    migrate(session, await readMigrations(directory), log);

  const applied = async (): Promise<string[]> => {
    const rows = await session.query<{ version: string }>(
      'select version from wee5_migrations.applied order by version',
      [],
    );
    return rows.map(({ version }) => version);
  };

  const relations = async (): Promise<string[]> => {
    const rows = await session.query<{ name: string }>(
      "select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
      [],
    );
    return rows.map(({ name }) => name);
  };

  test('an empty database gets every migration, in order, and a line about each', async () => {
    const lines: string[] = [];
    expect(await run(noteMigrations, (line) => lines.push(line))).toBe(2);
    expect(lines).toEqual(['Applied migration 0010_notes.', 'Applied migration 0020_note_author.']);
    expect(await applied()).toEqual(['0010_notes', '0020_note_author']);
    expect(await session.query('select * from public.notes', [])).toEqual([
      { id: 1, body: 'first', author: 'nobody' },
    ]);
  });

  test('each row keeps the checksum of its file and when it was applied', async () => {
    await run(noteMigrations);
    const sql = readFileSync(join(noteMigrations, '0010_notes.sql'));
    expect(
      await session.query(
        "select checksum, applied_at > now() - interval '1 minute' as recent from wee5_migrations.applied where version = $1",
        ['0010_notes'],
      ),
    ).toEqual([{ checksum: createHash('sha256').update(sql).digest('hex'), recent: true }]);
  });

  test('a second run applies nothing', async () => {
    await run(noteMigrations);
    expect(await run(noteMigrations)).toBe(0);
  });

  test('an older database is brought forward by what is new', async () => {
    await run(copyMigrations({ count: 1 }));
    await session.exec("insert into public.notes values (2, 'from before')");
    expect(await run(noteMigrations)).toBe(1);
    expect(await session.query('select id, author from public.notes order by id', [])).toEqual([
      { id: 1, author: 'nobody' },
      { id: 2, author: 'nobody' },
    ]);
  });

  test('a migration that was changed after it was applied is named', async () => {
    const directory = copyMigrations();
    await run(directory);
    writeFileSync(join(directory, '0010_notes.sql'), 'create table public.other ();');
    await expect(run(directory)).rejects.toThrow(
      /^Migration 0010_notes\.sql was changed after it had been applied/,
    );
    expect(await relations()).toEqual(['notes']);
  });

  test('other line endings are not a change', async () => {
    const directory = copyMigrations();
    await run(directory);
    const file = join(directory, '0010_notes.sql');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
    expect(await run(directory)).toBe(0);
  });

  test('a migration that fails in its middle leaves nothing, and those before it stay', async () => {
    const wrong =
      'create table public.half ();\ninsert into public.notes values (2, null);\ncreate table public.more ();';
    const directory = copyMigrations({ more: { '0030_wrong.sql': wrong } });
    await expect(run(directory)).rejects.toThrow(
      /^Migration 0030_wrong\.sql failed: null value in column "body".*\. Nothing of it was applied\.$/,
    );
    expect(await relations()).toEqual(['notes']);
    expect(await applied()).toEqual(['0010_notes', '0020_note_author']);

    writeFileSync(join(directory, '0030_wrong.sql'), 'create table public.half ();');
    expect(await run(directory)).toBe(1);
    expect(await relations()).toEqual(['half', 'notes']);
  });

  test('a mistake in the SQL is told with its line', async () => {
    const directory = copyMigrations({
      more: { '0030_wrong.sql': '-- ü 🎉\nselect 1;\n\nselect nothing_like_it;' },
    });
    await expect(run(directory)).rejects.toThrow(/^Migration 0030_wrong\.sql failed at line 4: column/);
  });

  test('migrations that are unknown here mean a newer version', async () => {
    await run(noteMigrations);
    await expect(run(copyMigrations({ count: 1 }))).rejects.toThrow(
      /newer version of Wee5: it has the migrations 0020_note_author, which this version does not know/,
    );
  });

  test('a new migration before an applied one is refused', async () => {
    await run(noteMigrations);
    const directory = copyMigrations({ more: { '0015_late.sql': 'create table public.late ();' } });
    await expect(run(directory)).rejects.toThrow(
      'Migration 0015_late.sql comes before 0020_note_author.sql, which is already applied; give it a later number.',
    );
    expect(await relations()).toEqual(['notes']);
  });
});

test.each(['10_short.sql', '0010-dashes.sql', '0010_Upper.sql', 'notes.sql'])(
  'a file called %s is not taken for a migration, nor skipped',
  async (name) => {
    await expect(readMigrations(copyMigrations({ count: 0, more: { [name]: '' } }))).rejects.toThrow(
      `${name} is not named like a migration; call it 0010_what_it_does.sql.`,
    );
  },
);

test('other files beside the migrations are left alone', async () => {
  const migrations = await readMigrations(copyMigrations({ more: { 'README.md': '' } }));
  expect(migrations.map(({ version }) => version)).toEqual(['0010_notes', '0020_note_author']);
});

test('of several replicas that start at once each migration is applied by one, and all find it done', async () => {
  const url = await temporaryDatabase();
  const more = Object.fromEntries(
    [30, 40, 50].map((n) => [`00${n}_slow.sql`, `create table public.t${n} (); select pg_sleep(0.1);`]),
  );
  const directory = copyMigrations({ more });
  const counts = await Promise.all(
    Array.from({ length: 5 }, () => migratePostgres(url, directory, () => {})),
  );
  expect(counts.reduce((sum, count) => sum + count)).toBe(5);
});

test('a role that may not create schemas finds a migrated database in order', async () => {
  const url = await temporaryDatabase();
  await migratePostgres(url, noteMigrations, () => {});
  const session = await openPostgresSession(url);
  const role = `reader_${Date.now()}`;
  await session.exec(
    `create role ${role}; grant usage on schema wee5_migrations to ${role};
     grant select on wee5_migrations.applied to ${role}; set role ${role}`,
  );
  expect(await migrate(session, await readMigrations(noteMigrations))).toBe(0);
  await session.exec(`reset role; drop owned by ${role}; drop role ${role}`);
  await session.close();
});

async function openPgliteSession(): Promise<OpenSession> {
  const pglite = await createMigratedPglite({ migrationsDir: noteMigrations, cacheDir: defaultCacheDir });
  return { ...migrationSession(pglite), close: () => pglite.close() };
}

async function openPostgresSession(url: string): Promise<OpenSession> {
  const client = new pg.Client(url);
  await client.connect();
  return {
    exec: (sql) => client.query(sql),
    query: async <Row>(sql: string, values: string[]) => (await client.query(sql, values)).rows as Row[],
    close: () => client.end(),
  };
}

test('lets members into the topics of a Realtime that came into being after the migrations', async () => {
  const url = await temporaryDatabase();
  await migratePostgres(url, defaultMigrationsDir, () => {});
  const client = new pg.Client(url);
  await client.connect();
  const policies = async (): Promise<unknown[]> => {
    const { rows } = await client.query(`select policyname from pg_policies where schemaname = 'realtime'`);
    return rows;
  };
  await client.query(
    `create schema realtime;
     create table realtime.messages (topic text, extension text);
     create function realtime.topic() returns text language sql stable as $$ select ''::text $$`,
  );
  expect(await policies()).toEqual([]);
  for (let run = 0; run < 2; run += 1) {
    expect(await migratePostgres(url, defaultMigrationsDir, () => {})).toBe(0);
    expect(await policies()).toEqual([{ policyname: 'topics_are_heard_by_those_let_in' }]);
  }
  await client.end();
});
