import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RankCard } from '@wee5/contract';
import { changed } from '../support/fixtures.ts';
import { head, openRaw, type RawConnection } from '../support/raw-http.ts';
import { sign } from '../support/sign.ts';

// Each test starts a whole process with a database on disk, some of them two.
vi.setConfig({ testTimeout: 90_000 });

const main = join(import.meta.dirname, '../../src/main.ts');
let directory: string;
let children: ChildProcess[];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wee5-start-'));
  children = [];
});
afterEach(async () => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  await rm(directory, { recursive: true });
});

it('starts with nothing set but a free port, says so in one line, and shows the secret it made once', async () => {
  const first = await startProcess({});
  const lines = first.stdout
    .trim()
    .split('\n')
    .filter((line) => line.includes('listens'));
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    url: first.url,
    database: 'embedded (PGlite)',
    marks: 'memory',
    msg: `Wee5 listens on ${first.url}, database: embedded (PGlite), marks: memory`,
  });
  const secret = /ws_[0-9a-f]{64}/.exec(first.stderr)?.[0] ?? '';
  expect(secret).toBe((await readFile(join(directory, 'webhook-secret'), 'utf8')).trim());
  expect(first.stdout).not.toContain(secret);

  const at = new Date();
  const body = changed('chat-message', { 'data.message.created_at': at.toISOString() });
  const webhook = { method: 'POST', body, headers: { ...sign(body, secret, at) } };
  const answer = await fetch(`${first.url}/api/webhook`, webhook);
  expect(await answer.json()).toEqual({ status: 'accepted', awards: 1 });
  expect(await end(first, 'SIGTERM')).toEqual([0, null]);

  const second = await startProcess({});
  expect(second.stderr).not.toContain('ws_');
  const card = await fetch(`${second.url}/api/v1/communities/biz_9Qm4tXw2LrK7Hs/members/user_7GhP2mWq9LsX1`);
  expect(((await card.json()) as RankCard).xp).toBe(15);
  expect(await end(second, 'SIGINT')).toEqual([0, null]);
});

it('stops cleanly when one Ctrl-C arrives twice, as it does through a package manager', async () => {
  const server = await startProcess({ WHOP_WEBHOOK_SECRET: 'ws_1' });
  const caller = await holdRequest(server.url);
  server.child.kill('SIGINT');
  await pause(100);
  server.child.kill('SIGINT');
  await pause(100);
  caller.socket.write('0123456789');
  expect(await caller.until('missing-header')).toContain('HTTP/1.1 400');
  expect(await server.ended).toEqual([0, null]);
});

it('stops cleanly when it is told to before it has started', async () => {
  const { child, ended } = run({ WHOP_WEBHOOK_SECRET: 'ws_1' });
  const stdout = textOf(child, 'stdout');
  // The database is being opened as soon as its directory is locked.
  while (!existsSync(join(directory, 'wee5.lock'))) await pause(10);
  expect(stdout()).toBe('');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(stdout()).toContain('listens');
});

it('stops at once on a second signal while a request keeps it', async () => {
  const server = await startProcess({ WHOP_WEBHOOK_SECRET: 'ws_1' });
  await holdRequest(server.url);
  server.child.kill('SIGTERM');
  await pause(800);
  expect(server.child.exitCode).toBeNull();
  expect(await end(server, 'SIGTERM')).toEqual([null, 'SIGTERM']);
});

it.each([
  [
    'wrong variables',
    { PORT: 'x', SUPABASE_URL: 'https://x' },
    /PORT must be .*\n.*SUPABASE_SECRET_KEY is missing/,
  ],
  [
    'an address it does not have',
    { HOST: '192.0.2.1' },
    /Cannot listen on 192.0.2.1:0: this machine has no such/,
  ],
  [
    'a database that is away',
    { DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:1/x' },
    /The database does not answer \(.*127\.0\.0\.1:1\): start it, or correct DATABASE_URL/,
  ],
])('says what to do about %s instead of starting', async (_what, environment, message) => {
  const { ended, child } = run({ WHOP_WEBHOOK_SECRET: 'ws_1', ...environment });
  const stderr = textOf(child, 'stderr');
  expect(await ended).toEqual([1, null]);
  expect(stderr()).toMatch(message);
  expect(stderr()).not.toMatch(/^\s+at /m);
  expect(stderr()).not.toContain('hunter2');
});

it('says that its port is taken', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  const { ended, child } = run({ WHOP_WEBHOOK_SECRET: 'ws_1', PORT: String(port) });
  const stderr = textOf(child, 'stderr');
  expect(await ended).toEqual([1, null]);
  expect(stderr()).toBe(
    `Cannot listen on 127.0.0.1:${port}: something else listens there: set PORT to a free port.\n`,
  );
  taken.close();
});

/** A request whose body of ten bytes is still to come. */
async function holdRequest(url: string): Promise<RawConnection> {
  const caller = await openRaw(url);
  const headers = { 'Content-Type': 'application/json', 'Content-Length': 10, Expect: '100-continue' };
  caller.socket.write(head('POST /api/webhook', headers));
  await caller.until('100 Continue');
  return caller;
}

interface Running {
  child: ChildProcess;
  ended: Promise<[number | null, NodeJS.Signals | null]>;
}

function run(environment: Record<string, string>): Running {
  const env = { PATH: process.env['PATH'], PORT: '0', WEE5_DATA_DIR: directory, ...environment };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  const ended = new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
    child.once('close', (code, signal) => resolve([code, signal])),
  );
  return { child, ended };
}

async function startProcess(environment: Record<string, string>) {
  const { child, ended } = run(environment);
  const stdout = textOf(child, 'stdout');
  const stderr = textOf(child, 'stderr');
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => stdout().includes('listens') && resolve());
    child.once('close', () => reject(new Error(`It did not start: ${stderr()}`)));
  });
  const url = /listens on (http:\S+),/.exec(stdout())?.[1] ?? '';
  return { child, ended, url, stdout: stdout(), stderr: stderr() };
}

function textOf(child: ChildProcess, name: 'stdout' | 'stderr'): () => string {
  let text = '';
  child[name]?.setEncoding('utf8').on('data', (part: string) => (text += part));
  return () => text;
}

function end(running: Running, signal: NodeJS.Signals): Running['ended'] {
  running.child.kill(signal);
  return running.ended;
}
