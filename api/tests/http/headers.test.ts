import { Router } from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixture } from '../support/fixtures.ts';
import { communityId, startTestServer, type TestServer } from '../support/test-server.ts';

const community = `/api/v1/communities/${communityId}`;
const everyAnswer = ['/healthz', community, `${community}/nothing`, '/nothing', '/widgets/v1/wee5.js'];
let server: TestServer;
let secure: TestServer;
beforeAll(async () => {
  const routes = Router().get('/own-page', (_request, response) => void response.json({}));
  server = await startTestServer({ routes });
  secure = await startTestServer({ environment: { PUBLIC_URL: 'https://xp.example.com' } });
  await server.deliver(fixture('chat-message'));
});
afterAll(() => Promise.all([server.stop(), secure.stop()]));

async function headersOf(path: string, from = server): Promise<Headers> {
  const response = await fetch(`${from.url}${path}`);
  await response.body?.cancel();
  return response.headers;
}

it.each([...everyAnswer, '/api/webhook'])('carries a request id of its own at %s', async (path) => {
  const [one, other] = await Promise.all([headersOf(path), headersOf(path)]);
  expect(one.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(one.get('x-request-id')).not.toBe(other.get('x-request-id'));
});

it.each([...everyAnswer, '/api/webhook'])(
  'tells browsers to take no liberties, and nothing of its making, at %s',
  async (path) => {
    const headers = await headersOf(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.has('x-powered-by')).toBe(false);
    expect(headers.has('server')).toBe(false);
  },
);

it.each(everyAnswer)('is no page and stands in no frame at %s', async (path) => {
  const headers = await headersOf(path);
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
});

it.each([
  ['/healthz', 'same-origin'],
  ['/nothing', 'same-origin'],
  [community, 'cross-origin'],
  [`${community}/nothing`, 'cross-origin'],
  ['/widgets/v1/wee5.js', 'cross-origin'],
])('says who may load %s: %s', async (path, policy) => {
  expect((await headersOf(path)).get('cross-origin-resource-policy')).toBe(policy);
});

it('leaves the headers of pages that the caller adds to them', async () => {
  expect((await headersOf('/own-page')).has('content-security-policy')).toBe(false);
});

it.each(everyAnswer)('asks for HTTPS at %s only where the world reaches it so', async (path) => {
  const [plain, https] = await Promise.all([headersOf(path), headersOf(path, secure)]);
  expect(plain.has('strict-transport-security')).toBe(false);
  expect(https.get('strict-transport-security')).toBe('max-age=31536000');
});

it.each([
  ['req-1.a_B', true],
  ['x'.repeat(64), true],
  ['x'.repeat(65), false],
  ['two words', false],
  ['{"a":1}', false],
])("takes the caller's request id %s: %s", async (id, taken) => {
  const { headers } = await server.read('/healthz', { headers: { 'x-request-id': id } });
  expect(headers.get('x-request-id') === id).toBe(taken);
});
