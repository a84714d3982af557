import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabaseFunctions } from '../../../../src/database/functions.ts';
import { IntegrityFunctions } from '../../../../src/database/integrity-functions.ts';
import { openPostgres } from '../../../../src/database/postgres.ts';
import type { Database } from '../../../../src/database/port.ts';
import { deciding } from './deciding.ts';
import { earning } from './earning.ts';
import { checking, keeping, serving } from './keeping.ts';
import { reading } from './reading.ts';
import type { Call, Side } from './side.ts';

const calls: Call<string>[] = [...earning, ...deciding, ...reading, ...serving, ...checking, ...keeping];

/** What answers nothing else. */
const answersNull = [
  'finishReconciliation',
  'quarantineEvent',
  'releaseIntegrityCheck',
  'saveIntegrityCheck',
];

/**
 * Every call is made of one community over HTTP and of another one over a driver of Postgres, of the same database;
 * what reads is asked once more over the driver of the first community, and has to answer the very same.
 */
export function describeEveryFunction(
  where: string,
  open: () => Promise<{ http: Database; databaseUrl: string }>,
): void {
  describe(`every function, over ${where},`, () => {
    const run = randomUUID().slice(0, 8);
    const ids = [`biz_every_a_${run}`, `biz_every_b_${run}`] as const;
    let databaseUrl: string;
    let databases: readonly [http: Database, driver: Database];
    let sides: readonly [http: Side, driver: Side];
    const patient = new Set<string>();

    beforeAll(async () => {
      const opened = await open();
      databaseUrl = opened.databaseUrl;
      databases = [opened.http, await openPostgres({ url: databaseUrl, callTimeoutMs: 10_000 })];
      sides = [toSide(noting(databases[0], patient), ids[0]), toSide(databases[1], ids[1])];
    });

    afterAll(async () => {
      await Promise.all(databases.map((database) => database.close()));
      await removeCommunities(databaseUrl, ids);
    });

    it('is called by this table', () => {
      const methods = [sides[0].functions, IntegrityFunctions.prototype].flatMap((functions) =>
        Object.getOwnPropertyNames(functions).filter((name) => name !== 'constructor'),
      );
      expect([...new Set(calls.map(([method]) => method))].toSorted()).toEqual(methods.toSorted());
    });

    it.each(calls)('%s answers as over a driver of Postgres', async (method, call) => {
      const [http, driver] = sides;
      const answer = await call(http);
      // Two sides that find nothing would agree as well.
      expect(['null', '0', '[]'].includes(JSON.stringify(answer))).toBe(answersNull.includes(method));
      if (/^(get|find|list)/.test(method)) {
        expect(await call({ ...driver, communityId: http.communityId, kept: http.kept })).toEqual(answer);
      }
      expect(normalized(answer, http)).toEqual(normalized(await call(driver), driver));
    });

    // PostgREST gives a function the time that it says it needs, and cuts off any other after a few seconds.
    it('may take as long in the database as its caller waits, where that is long', async () => {
      expect([...patient].toSorted()).toEqual(await findLongFunctions(databaseUrl));
    });
  });
}

/** Notes which functions are waited for longer than others. */
function noting(database: Database, patient: Set<string>): Database {
  return {
    name: database.name,
    call: (fn, args, options) => {
      if (options?.patienceMs !== undefined) patient.add(fn);
      return database.call(fn, args, options);
    },
    listen: (onMessage, onGap) => database.listen(onMessage, onGap),
    close: () => database.close(),
  };
}

async function findLongFunctions(url: string): Promise<string[]> {
  const text = `select proname from pg_proc
    where pronamespace = 'public'::regnamespace and 'statement_timeout=60s' = any (proconfig) order by proname`;
  return withClient(url, async (client) =>
    (await client.query<{ proname: string }>(text)).rows.map(({ proname }) => proname),
  );
}

function toSide(database: Database, communityId: string): Side {
  const functions = createDatabaseFunctions(database);
  return { communityId, functions, integrity: new IntegrityFunctions(database), kept: new Map() };
}

/** Without what differs between two communities that did the same: their id, what was drawn, and the time by the clock. */
function normalized(answer: unknown, { communityId }: Side): unknown {
  const text = JSON.stringify(answer)
    .replaceAll(communityId, '(community)')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '(uuid)')
    .replaceAll(/anon_\w+/g, '(pseudonym)')
    .replaceAll(/"\d{4}-\d\d-\d\dT[^"]*Z"/g, (time) =>
      Math.abs(Date.parse(JSON.parse(time) as string) - Date.now()) < 3_600_000 ? '"(now)"' : time,
    );
  return JSON.parse(text) as unknown;
}

/** From every table, whether or not its rows go with their community. */
function removeCommunities(url: string, ids: readonly string[]): Promise<void> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.columns
       join information_schema.tables using (table_schema, table_name)
       where table_schema = 'public' and column_name = 'community_id' and table_type = 'BASE TABLE'`,
    );
    for (const { name } of rows) {
      await client.query(`delete from public.${name} where community_id = any ($1)`, [ids]);
    }
    await client.query('delete from public.communities where id = any ($1)', [ids]);
  });
}

async function withClient<Result>(url: string, use: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
