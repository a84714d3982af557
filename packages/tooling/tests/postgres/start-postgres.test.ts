import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { dirname } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPostgres } from '../../src/postgres/index.ts';
import type { PostgresServer } from '../../src/postgres/index.ts';
import { childrenOf, stillRunning } from '../../src/postgres/process-table.ts';
import { ask } from './queries.ts';
import { whyMissing, withSource } from './sources.ts';

describe.each(['system', 'embedded'] as const)('startPostgres with the %s binaries', (kind) => {
  let server: PostgresServer | undefined;
  let missing: string | undefined;

  beforeAll(async () => {
    missing = await whyMissing(kind);
    if (!missing) server = await withSource(kind, () => startPostgres());
  });
  afterAll(() => server?.stop());
  beforeEach((context) => context.skip(missing !== undefined, missing));

  it('names the source and the version that really answers', async () => {
    const version = String(await ask(url(), 'show server_version')).split(' ')[0];
    expect(server?.source).toBe(`${kind} ${version}`);
  });

  it('keeps what was committed durable, with the C locale, UTF-8 and UTC', async () => {
    const settings = `select jsonb_object_agg(name, setting) from pg_settings
      where name in ('fsync', 'synchronous_commit', 'server_encoding', 'lc_messages', 'TimeZone')`;
    expect(await ask(url(), settings)).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      server_encoding: 'UTF8',
      lc_messages: 'C',
      TimeZone: 'UTC',
    });
    expect(await ask(url(), `select datcollate from pg_database where datname = 'postgres'`)).toBe('C');
  });

  it('listens on loopback alone', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address && !address.internal && address.family === 'IPv4');
    expect(await ask(url(), 'show listen_addresses')).toBe('127.0.0.1');
    if (outside)
      await expect(reach(outside.address, Number(new URL(url()).port))).rejects.toThrow('ECONNREFUSED');
  });

  it('has what was committed before a kill, on the same url', async () => {
    await ask(url(), 'create table kept (word text)');
    await ask(url(), `insert into kept values ('here')`);
    const before = await serverProcesses(url());

    await server?.kill();

    expect(before.length).toBeGreaterThan(3);
    expect(stillRunning(before)).toEqual([]);
    await expect(ask(url(), 'select 1')).rejects.toThrow('ECONNREFUSED');
    await server?.restart();
    expect(await ask(url(), 'select word from kept')).toBe('here');
  });

  it('restarts a server that runs', async () => {
    const before = await serverProcesses(url());
    await server?.restart();
    expect(await ask(url(), 'select word from kept')).toBe('here');
    expect(stillRunning(before)).toEqual([]);
  });

  it('leaves neither a process nor a file behind after stop', async () => {
    const before = await serverProcesses(url());
    const directory = dirname(String(await ask(url(), 'show data_directory')));
    expect(existsSync(directory)).toBe(true);

    await server?.stop();
    await server?.stop();

    expect(stillRunning(before)).toEqual([]);
    expect(existsSync(directory)).toBe(false);
  });

  function url(): string {
    return server?.url ?? '';
  }
});

describe('startPostgres', () => {
  it('can trade durability for speed', async () => {
    const server = await startPostgres({ durable: false });
    try {
      expect(await ask(server.url, 'show fsync')).toBe('off');
      expect(await ask(server.url, 'show synchronous_commit')).toBe('on');
    } finally {
      await server.stop();
    }
  });

  it('refuses an unknown source and names the variable', async () => {
    await expect(withSource('docker' as 'system', () => startPostgres())).rejects.toThrow(
      'WEE5_TEST_POSTGRES must be "system" or "embedded", not "docker".',
    );
  });
});

async function serverProcesses(url: string): Promise<number[]> {
  const pidFile = String(await ask(url, `select pg_read_file('postmaster.pid')`));
  const postmaster = Number(pidFile.split('\n')[0]);
  return [postmaster, ...childrenOf(postmaster)];
}

function reach(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    socket.once('connect', () => resolve(socket.destroy() && undefined));
    socket.once('error', reject);
  });
}
