import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { examples } from '../../src/examples/examples.ts';
import { projectRoot } from '../../src/tools.ts';

const main = join(projectRoot, 'packages', 'tooling', 'src', 'examples', 'main.ts');

let directory: string;
let started: ChildProcess[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wee5-example-'));
  started = [];
});
afterEach(async () => {
  for (const child of started) child.kill('SIGKILL');
  await rm(directory, { recursive: true });
});

/** Runs the command, and keeps what it says. */
function run(name: string, environment: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [main, name], {
    env: { PATH: process.env['PATH'], WEE5_DATA_DIR: directory, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  const said = { text: '', complaints: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.complaints += chunk.toString()));
  return { child, said, ended: once(child, 'close') };
}

it('starts Wee5 and an example, says what to open, and stops both on Ctrl-C', async () => {
  const port = 14_000 + Math.floor(Math.random() * 900);
  const first = run('script-tag', { PORT: String(port) });
  await expect.poll(() => first.said.text, { timeout: 120_000 }).toContain('Ctrl-C');
  const page = await fetch(addressIn(first.said.text));
  expect(await page.text()).toContain(`http://localhost:${port}/widgets/v1/wee5.js`);

  const second = run('server-token', { PORT: String(port) });
  await expect.poll(() => second.said.text, { timeout: 60_000 }).toContain('Ctrl-C');
  expect(second.said.text).toContain(`Wee5 already runs on http://localhost:${port}.`);
  expect(await (await fetch(addressIn(second.said.text))).text()).toContain('Log in');

  for (const { child, ended, said } of [second, first]) {
    child.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
    expect(said).toEqual({ text: expect.stringContaining('Stopped.') as string, complaints: '' });
  }
  await expect(fetch(addressIn(second.said.text))).rejects.toThrow('fetch failed');
}, 240_000);

function addressIn(text: string): string {
  return /Open (http:\/\/localhost:\d+)/.exec(text)?.[1] ?? '';
}

it.each(['', 'nothing', 'constructor'])('lists what there is for %j', async (name) => {
  const { said, ended } = run(name);
  expect(await ended).toEqual([1, null]);
  expect(said.complaints).toContain('npx pnpm@10 example script-tag | vite | server-token | whop-app | next');
});

it('every example has a README of few lines, with its command and no name of its own', async () => {
  const folders = await readdir(join(projectRoot, 'examples'));
  const shown = folders.filter((name) => !name.startsWith('send-'));
  expect(shown.toSorted()).toEqual(Object.keys(examples).toSorted());
  for (const name of shown) {
    const readme = await readFile(join(projectRoot, 'examples', name, 'README.md'), 'utf8');
    expect(readme).toContain(`npx pnpm@10 example ${name}\n`);
    expect(readme.split('\n').length).toBeLessThanOrEqual(26);
  }
});
