import { problemSchema } from '@wee5/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStream } from '../live/stream.ts';
import { fixture } from '../support/fixtures.ts';
import { communityId, payloadTime, startTestServer, type TestServer } from '../support/test-server.ts';

const community = `/api/v1/communities/${communityId}`;
const policies = { ip: { quota: 3, windowSeconds: 60 } };
let server: TestServer;
let time: number;

async function start(environment: Record<string, string> = {}): Promise<void> {
  time = payloadTime.getTime();
  server = await startTestServer({ policies, environment, now: () => new Date(time) });
  await server.deliver(fixture('chat-message'));
}

afterEach(() => server.stop());

describe('a reader', () => {
  beforeEach(() => start());

  it('is told the rule and what is left of it', async () => {
    const { status, headers } = await server.read(community);
    expect(status).toBe(200);
    expect(headers.get('ratelimit-policy')).toBe('"ip";q=3;w=60');
    expect(headers.get('ratelimit')).toBe('"ip";r=2;t=60');
    time += 40_500;
    expect((await server.read(`${community}/nothing`)).headers.get('ratelimit')).toBe('"ip";r=1;t=20');
  });

  it('is refused past the quota with when to come again, and is served then', async () => {
    for (let request = 0; request < 3; request += 1) await server.read(community);
    time += 15_000;
    const { status, headers, body } = await server.read(`${community}/leaderboard`);
    expect([status, problemSchema.parse(body).code]).toEqual([429, 'rate-limited']);
    expect(headers.get('retry-after')).toBe('45');
    expect(headers.get('ratelimit')).toBe('"ip";r=0;t=45');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    time += 45_000;
    expect((await server.read(community)).status).toBe(200);
  });

  it('is counted once for a stream, however long it is open', async () => {
    const stream = await openStream(`${server.url}${community}/live`);
    expect((await server.read(community)).headers.get('ratelimit')).toBe('"ip";r=1;t=60');
    stream.close();
  });

  it('is not counted for a preflight', async () => {
    for (let request = 0; request < 5; request += 1) {
      const { status, headers } = await server.read(community, { method: 'OPTIONS' });
      expect([status, headers.has('ratelimit')]).toEqual([204, false]);
    }
  });
});

it.each(['/healthz', '/readyz', '/metrics', '/widgets/v1/wee5.js'])('never limits %s', async (path) => {
  await start();
  for (let request = 0; request < 5; request += 1) {
    const response = await fetch(server.url + path);
    expect(response.status).not.toBe(429);
    expect(response.headers.has('ratelimit')).toBe(false);
  }
});

it('never limits the webhook', async () => {
  await start();
  for (let delivery = 0; delivery < 5; delivery += 1) {
    const { status, headers } = await server.answerTo(fixture('chat-message'));
    expect([status, headers.has('ratelimit')]).toEqual([200, false]);
  }
});

describe('behind reverse proxies', () => {
  const from = (address: string) => server.read(community, { headers: { 'x-forwarded-for': address } });

  it('a caller is known by the address the trusted proxy saw', async () => {
    await start({ TRUST_PROXY: '1' });
    for (let request = 0; request < 3; request += 1) await from('203.0.113.7');
    expect((await from('203.0.113.7')).status).toBe(429);
    expect((await from('198.51.100.1')).status).toBe(200);
    // What the caller itself claims stands further left.
    expect((await from('198.51.100.9, 203.0.113.7')).status).toBe(429);
  });

  it('that were not declared, an address that is only claimed changes nothing', async () => {
    await start();
    for (const address of ['203.0.113.1', '203.0.113.2', '203.0.113.3']) await from(address);
    expect((await from('203.0.113.4')).status).toBe(429);
  });
});
