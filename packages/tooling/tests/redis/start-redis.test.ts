import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { stillRunning } from '../../src/postgres/process-table.ts';
import { findRedis, startRedis, type RedisServer } from '../../src/redis/index.ts';
import { whyNoRedis } from './why-skip.ts';

const missing = whyNoRedis();

describe('startRedis', () => {
  let server: RedisServer;
  beforeAll(async () => {
    if (!missing) server = await startRedis();
  });
  afterAll(() => server?.stop());
  beforeEach((context) => context.skip(missing !== undefined, missing));

  it('names the version that really answers', async () => {
    expect(await look(server.url)).toMatchObject({ version: server.version });
  });

  it('listens on loopback alone and keeps nothing on disk', async () => {
    const read = (name: string) => ask(server.url, (redis) => redis.config('GET', name));
    expect(await read('bind')).toEqual(['bind', '127.0.0.1']);
    expect(await read('save')).toEqual(['save', '']);
    expect(await read('appendonly')).toEqual(['appendonly', 'no']);
  });

  it('is gone after a kill, and back on the same url, empty, after a restart', async () => {
    await ask(server.url, (redis) => redis.set('word', 'here'));
    const { pid } = await look(server.url);
    await server.kill();
    expect(stillRunning([pid])).toEqual([]);
    await expect(look(server.url)).rejects.toThrow('ECONNREFUSED');
    await server.restart();
    expect(await ask(server.url, (redis) => redis.get('word'))).toBeNull();
  });

  it('restarts a server that runs', async () => {
    const { pid } = await look(server.url);
    await server.restart();
    expect((await look(server.url)).pid).not.toBe(pid);
    expect(stillRunning([pid])).toEqual([]);
  });

  it('has one process after many restarts at once', async () => {
    await Promise.all([server.restart(), server.restart(), server.restart()]);
    await server.kill();
    await expect(look(server.url)).rejects.toThrow('ECONNREFUSED');
    await server.restart();
  });

  it('leaves neither a process nor a file behind after stop', async () => {
    const another = await startRedis();
    const { pid, directory } = await look(another.url);
    expect(existsSync(directory)).toBe(true);
    await another.stop();
    await another.stop();
    expect(stillRunning([pid])).toEqual([]);
    expect(existsSync(directory)).toBe(false);
  });

  it.each(['SIGKILL', 'SIGTERM'] as const)('does not outlive an owner that dies of %s', async (signal) => {
    const owner = hold('wait');
    const { pid, directory } = await look(await firstLine(owner));
    owner.kill(signal);
    await once(owner, 'exit');
    await expectGone(pid, directory);
  });

  it('neither keeps alive nor outlives a program that forgets to stop it', async () => {
    const owner = hold('forget');
    const [url, [code]] = await Promise.all([firstLine(owner), once(owner, 'exit')]);
    expect(code).toBe(0);
    await vi.waitFor(() => expect(look(url)).rejects.toThrow('ECONNREFUSED'), { timeout: 10_000 });
  });
});

describe('findRedis', () => {
  it('says what to do where there is none in PATH', () => {
    expect(findRedis('/nowhere')).toEqual({
      missing: 'redis-server is not installed; on Debian, apt-get install -y redis-server',
    });
  });
});

function hold(mode: string) {
  const script = new URL('hold-redis.ts', import.meta.url).pathname;
  return spawn(process.execPath, [script, mode], { stdio: ['pipe', 'pipe', 'inherit'] });
}

async function firstLine({ stdout }: ReturnType<typeof hold>): Promise<string> {
  for await (const line of createInterface(stdout)) return line;
  throw new Error('The owner ended without starting a server.');
}

async function look(url: string): Promise<{ pid: number; version: string; directory: string }> {
  const info = await ask(url, (redis) => redis.info('server'));
  const [, directory = ''] = await ask(url, (redis) => redis.config('GET', 'dir'));
  return {
    pid: Number(/process_id:(\d+)/.exec(info)?.[1]),
    version: /redis_version:(\S+)/.exec(info)?.[1] ?? '',
    directory,
  };
}

async function ask<Answer>(url: string, use: (redis: Redis) => Promise<Answer>): Promise<Answer> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  let problem: Error | undefined;
  redis.on('error', (error) => (problem = error));
  try {
    await redis.connect();
    return await use(redis);
  } catch (error) {
    throw problem ?? error;
  } finally {
    redis.disconnect();
  }
}

async function expectGone(pid: number, directory: string): Promise<void> {
  await vi.waitFor(
    () => {
      expect(stillRunning([pid])).toEqual([]);
      expect(existsSync(directory)).toBe(false);
    },
    { timeout: 10_000 },
  );
}
