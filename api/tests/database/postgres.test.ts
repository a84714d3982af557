import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import type { DatabaseError } from '../../src/database/port.ts';
import { openPostgres } from '../../src/database/postgres.ts';
import type { PostgresOptions } from '../../src/database/postgres.ts';
import type { Database } from '../../src/database/port.ts';
import { eventually } from './support/eventually.ts';
import { describeContract } from './contract.ts';
import { contractMigrations } from './support/fixtures.ts';
import { fileDatabase } from './support/postgres.ts';
import { startProxy } from './support/proxy.ts';

const url = fileDatabase();

describeContract('Postgres', () =>
  openPostgres({ url: url(), migrationsDir: contractMigrations, callTimeoutMs: 10_000 }),
);

/** Closed at the end of the test. */
async function open(options: Partial<PostgresOptions> = {}): Promise<Database> {
  const database = await openPostgres({ url: url(), ...options });
  onTestFinished(() => database.close());
  return database;
}

const failure = (call: Promise<unknown>): Promise<DatabaseError> =>
  call.then(
    () => expect.unreachable('the call should have failed'),
    (error: DatabaseError) => error,
  );

const openSockets = (): number =>
  process.getActiveResourcesInfo().filter((resource) => resource === 'TCPSocketWrap').length;

async function elapsed(work: Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work;
  return performance.now() - start;
}

test('its name says where it is, without credentials', async () => {
  const named = await open({ url: 'postgres://me:s3cret@db.example.com:6543/wee5?sslmode=disable' });
  expect(named.name).toBe('postgres at db.example.com/wee5');
});

test('a url that cannot be read is refused without being repeated', async () => {
  for (const bad of [
    'postgres://me:s3cret@exa mple:port/x',
    'postgres://me:s3cret@[::1/x',
    'postgres://me:s3cret@h:99999/x',
  ]) {
    const error = await failure(openPostgres({ url: bad }));
    expect(error.message).toContain('looks like postgres://user:password@host:5432/database');
    expect(inspect(error, { depth: 10 })).not.toContain('s3cret');
  }
});

test('no error shows the password, whatever goes wrong', async () => {
  const withPassword = new URL(url());
  withPassword.password = 's3cret';
  const unreachable = new URL(withPassword);
  unreachable.port = '1';
  const unknown = new URL(withPassword);
  unknown.pathname = '/no_such_database';
  for (const { href } of [unreachable, unknown]) {
    const error = await failure((await open({ url: href })).call('echo', { value: [] }));
    expect(error.kind).toBe('unavailable');
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('s3cret');
  }
});

test('a refused connection is unavailable at once, and says what it is', async () => {
  const refused = new URL(url());
  refused.port = '1';
  const database = await open({ url: refused.href });
  expect(await failure(database.call('echo', { value: [] }))).toMatchObject({
    kind: 'unavailable',
    sqlState: undefined,
    message: expect.stringContaining('ECONNREFUSED') as string,
  });
});

test('a server that takes the connection and says nothing is given up in time', async () => {
  const proxy = await startProxy(url());
  proxy.freeze();
  const database = await open({ url: proxy.url, callTimeoutMs: 400 });
  const call = failure(database.call('echo', { value: [] }));
  expect(await elapsed(call)).toBeLessThan(2000);
  expect(await call).toMatchObject({ kind: 'unavailable' });
});

test('a call that takes too long is unavailable, and its late answer is nobody’s', async () => {
  const database = await open({ callTimeoutMs: 1000, poolSize: 1 });
  const before = await database.call('connection_id', {});
  const call = failure(database.call('wait', { seconds: 5 }));
  expect(await elapsed(call)).toBeLessThan(2000);
  expect(await call).toMatchObject({ kind: 'unavailable' });
  expect(await database.call('echo', { value: ['next'] })).toEqual(['next']);
  expect(await database.call('connection_id', {})).not.toBe(before);
});

test('a call that says so may take longer than the others', async () => {
  const database = await open({ callTimeoutMs: 400 });
  await database.call('echo', { value: [] });
  expect(await database.call('wait', { seconds: 0.8 }, { patienceMs: 20_000 })).toBe(0.8);
  expect(await failure(database.call('wait', { seconds: 5 }))).toMatchObject({ kind: 'unavailable' });
});

test('a call that waits for a lock is given up on the server too, and keeps its connection', async () => {
  const database = await open({ callTimeoutMs: 1000, poolSize: 1 });
  const before = await database.call('connection_id', {});
  const holder = new pg.Client(url());
  await holder.connect();
  await holder.query('begin; update counter set value = value');
  const error = await failure(database.call('add_to_counter', { amount: 1 }));
  expect(error).toMatchObject({ kind: 'unavailable', sqlState: '55P03' });
  const { rows } = await holder.query(`select 1 from pg_stat_activity where wait_event_type = 'Lock'`);
  expect(rows).toEqual([]);
  expect(await database.call('connection_id', {})).toBe(before);
  await holder.end();
});

test('waiting for a free connection counts as part of the call', async () => {
  const database = await open({ callTimeoutMs: 1000, poolSize: 1 });
  await database.call('echo', { value: [] });
  const first = database.call('wait', { seconds: 0.7 });
  const second = failure(database.call('wait', { seconds: 0.7 }));
  expect(await elapsed(second)).toBeLessThan(1400);
  expect(await first).toBe(0.7);
});

test('a call that the database refuses keeps its connection', async () => {
  const database = await open({ poolSize: 1 });
  const before = await database.call('connection_id', {});
  await failure(database.call('fail_with', { state: '23514' }));
  expect(await database.call('connection_id', {})).toBe(before);
});

test('not more connections than the pool may have', async () => {
  const database = await open({ poolSize: 3, callTimeoutMs: 10_000 });
  const ids = await Promise.all(Array.from({ length: 30 }, () => database.call('connection_id', {})));
  expect(new Set(ids).size).toBeLessThanOrEqual(3);
});

test('calls leave no prepared statement and no setting behind', async () => {
  const database = await open({ poolSize: 1 });
  await database.call('echo', { value: [1] });
  await database.call('echo', { value: [1] });
  expect(await database.call('session_leftovers', {})).toEqual({ prepared: 0, settings: [] });
});

test('a network that goes silent is unavailable in time, and closing does not wait for it', async () => {
  const before = openSockets();
  const proxy = await startProxy(url());
  const database = await openPostgres({ url: proxy.url, callTimeoutMs: 1000 });
  await database.listen(
    () => {},
    () => {},
  );
  await Promise.all([1, 2, 3].map((value) => database.call('echo_bigint', { value })));
  proxy.freeze();
  const call = failure(database.call('echo', { value: [] }));
  expect(await elapsed(call)).toBeLessThan(2000);
  expect(await call).toMatchObject({ kind: 'unavailable' });
  expect(await elapsed(database.close())).toBeLessThan(3500);
  // What is left is the network's own ends; a socket of ours would keep the process from ending.
  await eventually(() => openSockets() - proxy.connections()).toBe(before);
});

test('a listening connection that died without a word is noticed and made again', async () => {
  const proxy = await startProxy(url());
  const database = await open({ listenUrl: proxy.url, heartbeatMs: 100 });
  const heard: number[] = [];
  let gaps = 0;
  await database.listen(
    ({ payload }) => heard.push(payload.version),
    () => (gaps += 1),
  );
  proxy.freeze();
  await announce(database, 1);
  proxy.thaw();
  await eventually(() => gaps).toBe(1);
  await announce(database, 2);
  await eventually(() => heard).toEqual([2]);
});

test('a listening connection that was closed does not come back', async () => {
  const proxy = await startProxy(url());
  const database = await openPostgres({ url: url(), listenUrl: proxy.url });
  await database.listen(
    () => {},
    () => {},
  );
  await database.close();
  await eventually(() => proxy.connections()).toBe(0);
  await sleep(500);
  expect(proxy.connections()).toBe(0);
});

test('closing in the middle of connecting again leaves no connection behind', async () => {
  const before = openSockets();
  const proxy = await startProxy(url());
  const database = await openPostgres({ url: url(), listenUrl: proxy.url });
  await database.listen(
    () => {},
    () => {},
  );
  proxy.freeze();
  proxy.cut();
  await eventually(() => proxy.connections()).toBe(1);
  await database.close();
  // The system lets go of a closed socket a moment later.
  await sleep(100);
  expect(openSockets() - proxy.connections()).toBe(before);
});

test('listening goes over its own url, and calls do not', async () => {
  const proxy = await startProxy(url());
  const database = await open({ listenUrl: proxy.url });
  await database.call('echo', { value: [] });
  expect(proxy.connections()).toBe(0);
  const heard: number[] = [];
  await database.listen(
    ({ payload }) => heard.push(payload.version),
    () => {},
  );
  // The other connection, which proved that this one hears, is gone.
  await eventually(() => proxy.connections()).toBe(2);
  await announce(database, 3);
  await eventually(() => heard).toEqual([3]);
});

test('listening to a database that is not there is unavailable', async () => {
  const nowhere = new URL(url());
  nowhere.port = '1';
  const database = await open({ listenUrl: nowhere.href });
  const listening = database.listen(
    () => {},
    () => {},
  );
  expect(await failure(listening)).toMatchObject({ kind: 'unavailable' });
});

function announce(database: Database, version: number): Promise<unknown> {
  const message = { topic: 'community:biz_1', event: 'community.changed', payload: { version } };
  return database.call('announce', { payload: JSON.stringify(message) });
}
