import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startRedis, UpstashFront, type RedisServer } from '../../src/redis/index.ts';
import { whyNoRedis } from './why-skip.ts';

const missing = whyNoRedis();

describe('the Upstash front', () => {
  let server: RedisServer;
  let front: UpstashFront;
  beforeAll(async () => {
    if (missing) return;
    server = await startRedis();
    front = await UpstashFront.start(server.url);
  });
  beforeEach(async (context) => {
    context.skip(missing !== undefined, missing);
    await front.heal();
    await front.redis.flushdb();
    front.seen.length = 0;
  });
  afterEach(() => front?.heal());
  afterAll(async () => {
    await front?.close();
    await server?.stop();
  });

  async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(`${front.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${front.token}`, ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }

  it('runs one command', async () => {
    expect(await post('/', ['SET', 'word', 'hällo'])).toEqual({ status: 200, body: { result: 'OK' } });
    expect(await post('/', ['GET', 'word'])).toEqual({ status: 200, body: { result: 'hällo' } });
    expect(await post('/', ['GET', 'missing'])).toEqual({ status: 200, body: { result: null } });
    expect(await post('/', ['INCR', 'number'])).toEqual({ status: 200, body: { result: 1 } });
  });

  it('runs a command that stands in the address', async () => {
    const authorization = `Bearer ${front.token}`;
    await fetch(`${front.url}/set/a%2Fb/word`, { headers: { authorization } });
    const response = await fetch(`${front.url}/get/a%2Fb`, { headers: { authorization } });
    expect(await response.json()).toEqual({ result: 'word' });
  });

  it('gives base64 to who asks for it, however deep, but never for OK', async () => {
    const encoded = { 'upstash-encoding': 'base64' };
    expect((await post('/', ['SET', 'word', 'hällo'], encoded)).body).toEqual({ result: 'OK' });
    expect((await post('/', ['MGET', 'word', 'missing'], encoded)).body).toEqual({
      result: [Buffer.from('hällo').toString('base64'), null],
    });
  });

  it('runs each command of a pipeline for itself, in one request', async () => {
    const { status, body } = await post('/pipeline', [
      ['SET', 'word', 'a'],
      ['INCR', 'word'],
      ['GET', 'word'],
    ]);
    expect(status).toBe(200);
    expect(body).toEqual([
      { result: 'OK' },
      { error: 'ERR value is not an integer or out of range' },
      { result: 'a' },
    ]);
    expect([front.seen.length, front.commandCount]).toEqual([1, 3]);
  });

  it('runs all or none of a transaction', async () => {
    const commands = (last: string[]) => [['SET', 'word', 'b'], last];
    expect((await post('/multi-exec', commands(['GET', 'word']))).body).toEqual([
      { result: 'OK' },
      { result: 'b' },
    ]);
    const refused = await post('/multi-exec', [
      ['SET', 'word', 'c'],
      ['NONSENSE', 'x'],
    ]);
    expect(refused).toMatchObject({ status: 400, body: { error: expect.stringContaining('EXECABORT') } });
    expect((await post('/', ['GET', 'word'])).body).toEqual({ result: 'b' });
  });

  it('answers 400 to what Redis refuses, and 401 without the token', async () => {
    expect(await post('/', ['NONSENSE'])).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining("unknown command 'NONSENSE'") },
    });
    expect(await post('/', ['GET', 'a'], { authorization: 'Bearer other' })).toMatchObject({ status: 401 });
    expect(front.seen).toHaveLength(1);
  });

  it('runs the marked scripts of @upstash/ratelimit, under the hash their sender knows', async () => {
    const script = "#!lua flags=allow-key-locking\n return redis.call('INCRBY', KEYS[1], ARGV[1])";
    const hash = createHash('sha1').update(script).digest('hex');
    expect((await post('/', ['EVALSHA', hash, 1, 'number', 2])).body).toMatchObject({
      error: expect.stringContaining('NOSCRIPT'),
    });
    expect((await post('/', ['EVAL', script, 1, 'number', 2])).body).toEqual({ result: 2 });
    expect((await post('/', ['EVALSHA', hash, 1, 'number', 2])).body).toEqual({ result: 4 });
    // Stock Redis itself refuses the mark: without the front this would test nothing.
    await expect(front.redis.eval(script, 1, 'number', 2)).rejects.toThrow('Unexpected flag');
  });

  it('can fail in every way a server can, and work again', async () => {
    await front.break({ kind: 'error' });
    expect(await post('/', ['PING'])).toMatchObject({ status: 500 });
    await front.break({ kind: 'reset' });
    await expect(post('/', ['PING'])).rejects.toThrow('fetch failed');
    await front.break({ kind: 'down' });
    await expect(post('/', ['PING'])).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await front.heal();
    expect(await post('/', ['PING'])).toEqual({ status: 200, body: { result: 'PONG' } });
  });

  it('counts what hangs, and forgets who hung up', async () => {
    await front.break({ kind: 'slow', ms: 60_000 });
    const hanging = new AbortController();
    const asked = fetch(`${front.url}/ping`, {
      headers: { authorization: `Bearer ${front.token}` },
      signal: hanging.signal,
    }).catch(() => 'gone');
    await expect.poll(() => front.openRequests).toBe(1);
    hanging.abort();
    expect(await asked).toBe('gone');
    await expect.poll(() => front.openRequests).toBe(0);
  });

  it('answers 500 while Redis is away, and finds it again', async () => {
    await server.kill();
    expect(await post('/', ['PING'])).toMatchObject({ status: 500 });
    await server.restart();
    await expect.poll(async () => (await post('/', ['PING'])).status).toBe(200);
  });
});
