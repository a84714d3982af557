// From starting the process to its first 2xx on a signed webhook, with the data of the start before.
// Whop's last try comes 40 to 70 seconds after the first: what restarts faster than that loses nothing.
// Usage: node api/bench/restart-to-first-answer.ts [samples] (embedded, or DATABASE_URL)
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '@wee5/tooling/servers';
import { personas } from '../dev/personas.ts';
import { WhopPayloads, makeId } from '../dev/whop-payloads.ts';
import { WhopSender } from '../dev/whop-sender.ts';

const samples = Number(process.argv[2] ?? 5);
const WINDOW_MS = 70_000;
const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const directory = await mkdtemp(join(tmpdir(), 'wee5-bench-'));
const secret = 'ws_bench';
const payloads = new WhopPayloads('biz_bench');
const environment = {
  ...process.env,
  LOG_LEVEL: 'error',
  WHOP_WEBHOOK_SECRET: secret,
  WEE5_DATA_DIR: directory,
};

async function startOnce(): Promise<number> {
  const port = await findFreePort();
  const sender = new WhopSender({ url: `http://127.0.0.1:${port}/api/webhook`, secret });
  const startedAt = performance.now();
  const server = spawn(process.execPath, [main], {
    env: { ...environment, PORT: String(port) },
    stdio: 'inherit',
  });
  const exited = once(server, 'exit');
  try {
    while (server.exitCode === null) {
      const message = { id: makeId('post_'), author: personas[0]!, at: new Date(), content: null };
      const { answer } = await sender.post(payloads.message(message));
      if (answer?.status === 200) return performance.now() - startedAt;
      await pause(5);
    }
    throw new Error('The server ended before it answered.');
  } finally {
    server.kill('SIGTERM');
    await exited;
  }
}

console.log(`first start, everything to be made: ${(await startOnce()).toFixed(0)} ms`);
const restarts: number[] = [];
for (let sample = 0; sample < samples; sample++) restarts.push(await startOnce());
const sorted = restarts.toSorted((a, b) => a - b);
const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
console.log(
  `restart to first 2xx: median ${median.toFixed(0)} ms, worst ${(sorted.at(-1) ?? 0).toFixed(0)} ms, ` +
    `${(median / WINDOW_MS).toFixed(3)} of Whop's 70 s (${samples} restarts)`,
);
await rm(directory, { recursive: true });
