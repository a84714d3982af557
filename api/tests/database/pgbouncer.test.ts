import pg from 'pg';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Database } from '../../src/database/port.ts';
import { openPostgres, type PostgresOptions } from '../../src/database/postgres.ts';
import { eventually } from './support/eventually.ts';
import { contractMigrations } from './support/fixtures.ts';
import { findPgbouncer, startPgbouncer } from './support/pgbouncer.ts';
import { fileDatabase } from './support/postgres.ts';

const program = findPgbouncer() ?? '';
const directUrl = fileDatabase();

describe('through a transaction pooler', () => {
  beforeEach((context) => {
    if (program === '') context.skip('pgbouncer is not installed (apt-get install pgbouncer)');
  });

  /** Closed at the end of the test. */
  async function open(connections: number, options: Partial<PostgresOptions> = {}): Promise<Database> {
    const url = await startPgbouncer(program, directUrl(), connections);
    const database = await openPostgres({ url, callTimeoutMs: 10_000, ...options });
    onTestFinished(() => database.close());
    return database;
  }

  test('migrations are applied, once, also by two at a time', async () => {
    const url = await startPgbouncer(program, directUrl(), 2);
    const both = await Promise.all(
      [1, 2].map(() => openPostgres({ url, migrationsDir: contractMigrations })),
    );
    for (const database of both) {
      expect(await database.call('echo', { value: [1] })).toEqual([1]);
      await database.close();
    }
  });

  test('calls of many clients share one connection, each gets its own answer, and nothing is left behind', async () => {
    const url = await startPgbouncer(program, directUrl(), 1);
    const migrationsDir = contractMigrations;
    const database = await openPostgres({ url, migrationsDir, poolSize: 10, callTimeoutMs: 10_000 });
    const values = Array.from({ length: 200 }, (_, i) => i);
    const answers = values.map((value) =>
      value % 10 === 0
        ? database.call('fail_with', { state: '40P01' }).catch(() => value)
        : database.call('echo_bigint', { value }),
    );
    expect(await Promise.all(answers)).toEqual(values);
    const ids = await Promise.all(values.slice(0, 20).map(() => database.call('connection_id', {})));
    expect(new Set(ids).size).toBe(1);
    expect(await database.call('session_leftovers', {})).toEqual({ prepared: 0, settings: [] });
    const next = new pg.Client(url);
    await next.connect();
    const { rows } = await next.query('select pg_backend_pid() as id, current_setting($1) as waits', [
      'lock_timeout',
    ]);
    expect(rows).toEqual([{ id: ids[0], waits: '0' }]);
    await next.end();
    await database.close();
  });

  test.each([1, 3])(
    'listening through it, over %d connections, is refused and not believed',
    async (connections) => {
      const database = await open(connections, { migrationsDir: contractMigrations });
      const ignore = (): void => {};
      await expect(database.listen(ignore, ignore)).rejects.toMatchObject({
        kind: 'unavailable',
        message: expect.stringContaining('set DATABASE_LISTEN_URL to a direct connection') as string,
      });
    },
  );

  test('what goes through it is heard over a direct connection', async () => {
    const database = await open(1, { listenUrl: directUrl(), migrationsDir: contractMigrations });
    const heard: number[] = [];
    await database.listen(
      ({ payload }) => heard.push(payload.version),
      () => {},
    );
    const message = { topic: 'community:biz_1', event: 'community.changed', payload: { version: 3 } };
    await database.call('announce', { payload: JSON.stringify(message) });
    await eventually(() => heard).toEqual([3]);
  });
});
