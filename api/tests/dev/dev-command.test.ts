import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Leaderboard } from '@wee5/contract';
import { decodeJwt } from 'jose';
import { afterEach, beforeEach, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../dev/main.ts', import.meta.url));
const exampleScript = fileURLToPath(new URL('../../../examples/send-webhook/send.mjs', import.meta.url));

let directory: string;
let dev: ChildProcess | undefined;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wee5-dev-'));
});
afterEach(async () => {
  dev?.kill('SIGKILL');
  await rm(directory, { recursive: true });
});

it('shows awards and the top five, takes the example webhook, and stops cleanly on Ctrl-C', async () => {
  const started = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], PORT: '0', WEE5_DATA_DIR: directory },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  dev = started;
  let shown = '';
  let complaints = '';
  started.stdout.on('data', (chunk: Buffer) => (shown += chunk.toString()));
  started.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));

  await expect.poll(() => shown, { timeout: 120_000 }).toMatch(/\+\d+ .+ XP, level \d/);
  expect(shown).toMatch(/ 5 +[\d,]+ XP/);
  const url = /(http:\/\/localhost:\d+)/.exec(shown)?.[1] ?? '';
  const sent = await runExample(url);
  expect(sent).toContain('200 {"status":"accepted","awards":1}');
  expect(sent).toContain('1. Ana Duarte: 15 XP, level 0');

  await expect.poll(() => topMember(url), { timeout: 30_000 }).toMatchObject({ hasPicture: true });
  const signed = await fetch(`${url}/demo/user-token?memberId=user_emre`);
  const { token } = (await signed.json()) as { token: string };
  expect(decodeJwt(token)).toMatchObject({ sub: 'user_emre', aud: 'app_simulated' });

  const exited = once(started, 'exit');
  started.kill('SIGINT');
  expect(await exited).toEqual([0, null]);
  expect(shown).toContain('Stopped');
  expect(complaints).toBe('');
}, 180_000);

/** The first of the demo's board, and whether the address it shows holds a picture: fetched because it was read. */
async function topMember(url: string): Promise<{ userId: string | undefined; hasPicture: boolean }> {
  const board = await fetch(`${url}/api/v1/communities/biz_demo/leaderboard?limit=1`);
  const [top] = ((await board.json()) as Leaderboard).entries;
  if (!top?.avatarUrl) return { userId: top?.userId, hasPicture: false };
  const picture = await fetch(top.avatarUrl);
  return { userId: top.userId, hasPicture: picture.headers.get('content-type') === 'image/png' };
}

async function runExample(url: string): Promise<string> {
  const file = fileURLToPath(
    new URL('../../../packages/contract/fixtures/whop/chat-message.json', import.meta.url),
  );
  const example = spawn(process.execPath, [exampleScript, file, url], {
    env: { PATH: process.env['PATH'], WEE5_DATA_DIR: directory },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  example.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await once(example, 'close');
  return text;
}
