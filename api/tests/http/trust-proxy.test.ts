import { Router } from 'express';
import { afterEach, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer | undefined;
afterEach(() => server?.stop());

/** Whom the server takes a caller for who comes with this `X-Forwarded-For`. */
async function callerBehind(proxies: number, forwarded?: string): Promise<string> {
  const routes = Router().get('/ip', (request, response) => void response.json({ ip: request.ip }));
  server = await startTestServer({ routes, environment: { TRUST_PROXY: String(proxies) } });
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return (await server.read<{ ip: string }>('/ip', { headers: { ...headers } })).body.ip;
}

it.each<[proxies: number, forwarded: string | undefined, ip: string]>([
  [0, undefined, '127.0.0.1'],
  [0, '6.6.6.6', '127.0.0.1'],
  [1, undefined, '127.0.0.1'],
  [1, '203.0.113.7', '203.0.113.7'],
  [1, '6.6.6.6, 203.0.113.7', '203.0.113.7'],
  [2, '203.0.113.7, 10.0.0.2', '203.0.113.7'],
  [2, '6.6.6.6, 203.0.113.7, 10.0.0.2', '203.0.113.7'],
  [2, '203.0.113.7', '203.0.113.7'],
])('behind %i proxies, takes who comes with %o for %s', async (proxies, forwarded, ip) => {
  expect(await callerBehind(proxies, forwarded)).toBe(ip);
});
