import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, vi } from 'vitest';
import { childrenOf, stillRunning } from '../../src/postgres/process-table.ts';
import { ask } from './queries.ts';

const script = new URL('hold-postgres.ts', import.meta.url).pathname;

it.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
  'ends the server when its owner dies of %s',
  async (signal) => {
    const owner = start('wait');
    const server = await look(await firstLine(owner));
    owner.kill(signal);
    await once(owner, 'exit');
    await expectGone(server);
  },
);

it('neither keeps alive nor outlives a program that forgets to stop it', async () => {
  const owner = start('forget');
  const [url, [code]] = await Promise.all([firstLine(owner), once(owner, 'exit')]);
  expect(code).toBe(0);
  await vi.waitFor(() => expect(ask(url, 'select 1')).rejects.toThrow('ECONNREFUSED'), { timeout: 10_000 });
});

interface ServerSeen {
  pids: number[];
  directory: string;
}

function start(mode: string): ChildProcess {
  return spawn(process.execPath, [script, mode], { stdio: ['pipe', 'pipe', 'inherit'] });
}

async function firstLine(owner: ChildProcess): Promise<string> {
  if (!owner.stdout) throw new Error('The owner was started without a pipe.');
  for await (const line of createInterface(owner.stdout)) return line;
  throw new Error('The owner ended without starting a server.');
}

async function look(url: string): Promise<ServerSeen> {
  const pidFile = String(await ask(url, `select pg_read_file('postmaster.pid')`));
  const postmaster = Number(pidFile.split('\n')[0]);
  const directory = dirname(String(await ask(url, 'show data_directory')));
  return { pids: [postmaster, ...childrenOf(postmaster)], directory };
}

async function expectGone({ pids, directory }: ServerSeen): Promise<void> {
  await vi.waitFor(
    () => {
      expect(stillRunning(pids)).toEqual([]);
      expect(existsSync(directory)).toBe(false);
    },
    { timeout: 10_000 },
  );
}
