import { setTimeout as wait } from 'node:timers/promises';
import { startRedis, UpstashFront } from '@wee5/tooling/redis';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { UpstashMarks } from '../../src/marks/upstash.ts';
import { connectUpstash } from '../../src/upstash.ts';
import { skipWithoutRedis, startFront } from '../support/redis.ts';
import { describeMarks } from './contract.ts';

let front: UpstashFront;
const connect = (patienceMs?: number) => new UpstashMarks(connectUpstash(front, patienceMs));
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

// A busy machine may be slower than the path has patience for; what is kept must be right all the same.
const PATIENT = 10_000;

describeMarks('upstash', async () => ({
  marks: connect(PATIENT),
  pass: (ms) => wait(ms),
  shortMs: 1500,
}));

const entry = (id: string) => ({ id, mark: { at: 1, key: `chat:${id}` }, ttlMs: 60_000 });

describe('what is asked of Upstash', () => {
  test('is one command and one request for a batch that is read', async () => {
    await connect(PATIENT).read(Array.from({ length: 200 }, (_, index) => `id_${index}`));
    expect(front.seen.map(({ path }) => path)).toEqual(['/']);
    expect(front.seen[0]?.commands).toEqual([expect.arrayContaining(['mget', 'wee5:mark:id_0'])]);
  });

  test('is one request and a command for each mark that is written', async () => {
    await connect(PATIENT).write(['a', 'b', 'c'].map(entry));
    expect([front.seen.length, front.commandCount]).toEqual([1, 3]);
    expect(front.seen[0]?.commands[0]).toEqual(['set', 'wee5:mark:a', '[1,"chat:a"]', 'px', 60_000]);
  });

  test('is nothing where there is nothing to read or to write', async () => {
    await connect(PATIENT).read([]);
    await connect(PATIENT).write([]);
    expect(front.seen).toEqual([]);
  });

  test('tells nothing about this machine', async () => {
    await connect(PATIENT).read(['a']);
    await connect(PATIENT).write([entry('a')]);
    const names = front.seen.flatMap(({ headers }) => Object.keys(headers));
    expect(names.filter((name) => name.includes('telemetry') || name.includes('sync'))).toEqual([]);
  });
});

describe('what somebody else wrote', () => {
  it.each([
    '',
    '1',
    'null',
    '"x"',
    '{"at":1,"key":"k"}',
    '[1]',
    '["1","k"]',
    '[1,2]',
    '[1.5,"k"]',
    '[1,"k",0]',
    '[1,',
  ])('is no mark: %s', async (value) => {
    await front.redis.set('wee5:mark:odd', value);
    await front.redis.lpush('wee5:mark:list', value);
    await connect(PATIENT).write([entry('ours')]);
    expect(await connect(PATIENT).read(['odd', 'list', 'ours'])).toEqual([null, null, entry('ours').mark]);
  });
});

describe('when Upstash fails', () => {
  it.each([
    [{ kind: 'error' }, 'ERR internal error'],
    [{ kind: 'reset' }, 'fetch failed'],
    [{ kind: 'down' }, 'fetch failed'],
    [{ kind: 'slow', ms: 60_000 }, 'No answer in time.'],
  ] as const)(
    '%j, it is asked once and the failure says what happened and no more',
    async (fault, message) => {
      await front.break(fault);
      const marks = connect(fault.kind === 'slow' ? undefined : PATIENT);
      await expect(marks.read(['user_1'])).rejects.toMatchObject({ message });
      await expect(marks.write([entry('user_1')])).rejects.toMatchObject({ message });
      expect(front.seen.length).toBe(fault.kind === 'down' ? 0 : 2);
    },
  );

  it('says that the token is wrong, and not which it was', async () => {
    const marks = new UpstashMarks(connectUpstash({ url: front.url, token: 'hunter2' }, PATIENT));
    const failure = await marks.read(['a']).catch((error: unknown) => error);
    expect(failure).toMatchObject({ message: 'WRONGPASS invalid or missing auth token' });
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('hunter2');
  });

  it('hangs up on requests whose time is up, so that they do not pile up', async () => {
    await front.break({ kind: 'slow', ms: 60_000 });
    const marks = connect();
    await Promise.allSettled(Array.from({ length: 20 }, () => marks.read(['a'])));
    await expect.poll(() => front.openRequests).toBe(0);
  });

  it('keeps no mark of a write that Redis refused', async () => {
    // A server of its own: others must not run out of memory with it.
    const server = await startRedis();
    const full = await UpstashFront.start(server.url);
    const marks = new UpstashMarks(connectUpstash(full, PATIENT));
    await full.redis.config('SET', 'maxmemory', '1');
    await expect(marks.write([entry('a')])).rejects.toThrow('OOM');
    await full.redis.config('SET', 'maxmemory', '0');
    expect(await marks.read(['a'])).toEqual([null]);
    await full.close();
    await server.stop();
  });
});
