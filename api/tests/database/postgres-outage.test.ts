import { startPostgres } from '@wee5/tooling/postgres';
import type { PostgresServer } from '@wee5/tooling/postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../src/database/port.ts';
import { openPostgres } from '../../src/database/postgres.ts';
import { eventually } from './support/eventually.ts';
import { contractMigrations } from './support/fixtures.ts';

// A server of its own: the run's Postgres serves other tests at the same time.
let server: PostgresServer;
let database: Database;
const lines: string[] = [];

beforeAll(async () => {
  server = await startPostgres({ durable: false });
  database = await openPostgres({
    url: server.url,
    migrationsDir: contractMigrations,
    log: (line) => lines.push(line),
  });
});

afterAll(async () => {
  await database.close();
  await server.stop();
});

const call = (value: number): Promise<number> => database.call('echo_bigint', { value });

const answers = (): Promise<boolean> =>
  call(1).then(
    () => true,
    () => false,
  );

test('a server killed in the middle of a call makes it unavailable in time, and later calls work again', async () => {
  await Promise.all([1, 2, 3].map(call));
  const start = performance.now();
  const interrupted = [1, 2, 3].map((seconds) =>
    database.call('wait', { seconds }).catch((error: unknown) => error),
  );
  await server.kill();
  for (const error of await Promise.all(interrupted)) expect(error).toMatchObject({ kind: 'unavailable' });
  expect(performance.now() - start).toBeLessThan(2500);
  await expect(call(1)).rejects.toMatchObject({ kind: 'unavailable' });

  await server.restart();
  await eventually(answers).toBe(true);
  expect(await Promise.all([4, 5, 6].map(call))).toEqual([4, 5, 6]);
});

test('idle connections that break do not end the process, and are replaced', async () => {
  await Promise.all([1, 2, 3].map(call));
  lines.length = 0;
  await server.restart();
  await eventually(() => lines.join('\n')).toContain('An idle database connection was lost');
  expect(await call(7)).toBe(7);
});

test('whoever listens is told of the gap after a restart, and hears what follows', async () => {
  const heard: number[] = [];
  let gaps = 0;
  const { stop } = await database.listen(
    ({ payload }) => heard.push(payload.version),
    () => (gaps += 1),
  );
  await announce(1);
  await eventually(() => heard).toEqual([1]);
  await server.kill();
  await expect(announce(2)).rejects.toMatchObject({ kind: 'unavailable' });
  expect(gaps).toBe(0);
  await server.restart();
  await eventually(() => gaps).toBe(1);
  await announce(3);
  await eventually(() => heard).toEqual([1, 3]);
  await stop();
});

test('who begins to listen while the server is away is not kept waiting, and is told when it is back', async () => {
  const first = await database.listen(ignore, ignore);
  await server.kill();
  await expect(announce(4)).rejects.toMatchObject({ kind: 'unavailable' });
  let gaps = 0;
  const late = await database.listen(ignore, () => (gaps += 1));
  expect(late.hears('community:biz_1')).toBe(false);
  await server.restart();
  await eventually(() => gaps).toBe(1);
  expect(late.hears('community:biz_1')).toBe(true);
  await late.stop();
  await first.stop();
});

test('closing while the server is away does not wait for it', async () => {
  const closing = await openPostgres({ url: server.url });
  await closing.listen(ignore, ignore);
  await server.kill();
  await expect(closing.call('echo', { value: [] })).rejects.toMatchObject({ kind: 'unavailable' });
  const start = performance.now();
  await closing.close();
  expect(performance.now() - start).toBeLessThan(5000);
});

test('listening that could not begin can begin later', async () => {
  await server.kill();
  const late = await openPostgres({ url: server.url });
  await expect(late.listen(ignore, ignore)).rejects.toMatchObject({ kind: 'unavailable' });
  await server.restart();
  const heard: number[] = [];
  await late.listen(({ payload }) => heard.push(payload.version), ignore);
  await eventually(answers).toBe(true);
  await announce(5);
  await eventually(() => heard).toEqual([5]);
  await late.close();
});

function ignore(): void {}

function announce(version: number): Promise<unknown> {
  const message = { topic: 'community:biz_1', event: 'community.changed', payload: { version } };
  return database.call('announce', { payload: JSON.stringify(message) });
}
