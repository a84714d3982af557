import type { UpstashFront } from '@wee5/tooling/redis';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { UpstashLimits } from '../../src/limits/upstash.ts';
import { connectUpstash } from '../../src/upstash.ts';
import { skipWithoutRedis, startFront } from '../support/redis.ts';
import { describeLimits } from './contract.ts';

let front: UpstashFront;
// A busy machine may be slower than a request has patience for; what is counted must be right all the same.
const open = (patienceMs = 10_000) => new UpstashLimits(connectUpstash(front, patienceMs));
const two = { quota: 2, windowSeconds: 86_400 };
beforeAll(async () => {
  front = (await startFront()) as UpstashFront;
});
beforeEach(async (context) => {
  skipWithoutRedis(context);
  await front.heal();
  await front.redis.flushdb();
  front.seen.length = 0;
});
afterAll(() => front?.close());

describeLimits('upstash', async () => ({ store: open(), now: Date.now }));

test('replicas count together', async () => {
  const [one, other] = [open(), open()];
  await one.take('ip:1', two);
  await other.take('ip:1', two);
  expect(await one.take('ip:1', two)).toMatchObject({ allowed: false });
});

test('a request costs one call, and none once it is over the limit', async () => {
  const store = open();
  // A new Redis does not know the script yet and has to be told once.
  await store.take('ip:2', two);
  front.seen.length = 0;
  for (let time = 0; time < 3; time += 1) await store.take('ip:1', two);
  expect(front.seen.map(({ commands }) => commands[0]?.[0])).toEqual(['evalsha', 'evalsha', 'evalsha']);
  for (let time = 0; time < 10; time += 1) {
    expect(await store.take('ip:1', two)).toMatchObject({ allowed: false, remaining: 0 });
  }
  expect(front.seen).toHaveLength(3);
});

test('what is kept goes away by itself, and has our prefix', async () => {
  await open().take('ip:1', { quota: 2, windowSeconds: 60 });
  const [key, ...more] = await front.redis.keys('*');
  expect([key, more]).toEqual([expect.stringMatching(/^wee5:limit:ip:1:\d+$/), []]);
  expect(await front.redis.pttl(key ?? '')).toBeGreaterThan(0);
});

test('nothing is told about this machine', async () => {
  await open().take('ip:1', two);
  const names = front.seen.flatMap(({ headers }) => Object.keys(headers));
  expect(names.filter((name) => name.includes('telemetry'))).toEqual([]);
});

test.each([{ kind: 'error' }, { kind: 'reset' }, { kind: 'slow', ms: 60_000 }] as const)(
  'a failure rejects, and is asked for once: %j',
  async (fault) => {
    await front.break(fault);
    await expect(open(150).take('ip:1', two)).rejects.toBeInstanceOf(Error);
    expect(front.seen).toHaveLength(1);
  },
);
