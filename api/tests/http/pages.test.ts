import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const pages = ['/experiences/exp_1', '/experiences/exp_1/deep/link', '/dashboard/biz_1'];
const files = readdirSync(new URL('../../src/pages/', import.meta.url)).filter(
  (name) => !name.endsWith('.html'),
);

let server: TestServer;
let hosted: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  hosted = await startTestServer({
    environment: {
      PUBLIC_URL: 'https://xp.example.com/"base"',
      SUPABASE_URL: 'https://abcdefgh.supabase.co',
      SUPABASE_SECRET_KEY: 'sb_secret_1',
      WHOP_API_URL: 'http://127.0.0.1:4000/api/v1',
    },
  });
});
afterAll(() => Promise.all([server.stop(), hosted.stop()]));

async function get(path: string, from = server, headers: Record<string, string> = {}) {
  const response = await fetch(`${from.url}${path}`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

function policyOf(headers: Headers): Map<string, string> {
  const parts = headers.get('content-security-policy')?.split('; ') ?? [];
  return new Map(parts.map((part) => [part.split(' ', 1)[0] ?? '', part.slice(part.indexOf(' ') + 1)]));
}

it.each(pages)('lets only Whop frame %s, and only what is its own run in it', async (path) => {
  const { status, headers } = await get(path);
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  const policy = policyOf(headers);
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.get('script-src')).toBe("'self'");
  expect(policy.get('style-src')).toBe("'self'");
  expect(policy.get('connect-src')).toBe("'self'");
  expect(policy.get('frame-ancestors')).toBe('https://whop.com https://*.whop.com');
  expect(policy.get('require-trusted-types-for')).toBe("'script'");
  expect(headers.has('x-frame-options')).toBe(false);
  expect(headers.get('permissions-policy')).toContain('camera=()');
});

it('may connect to its public address and to Supabase, where it has them', async () => {
  const { headers } = await get(pages[0] ?? '', hosted);
  expect(policyOf(headers).get('connect-src')).toBe(
    "'self' https://xp.example.com https://abcdefgh.supabase.co wss://abcdefgh.supabase.co",
  );
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
});

it('shows pictures over https, and those of a simulated Whop', async () => {
  const imagesAt = async (from: TestServer) =>
    policyOf((await get(pages[0] ?? '', from)).headers).get('img-src');
  expect(await imagesAt(server)).toBe("'self' https: data:");
  expect(await imagesAt(hosted)).toBe("'self' https: data: http://127.0.0.1:4000");
});

it('tells the page where the world reaches the server, as a value and never as HTML', async () => {
  const { text } = await get(pages[0] ?? '', hosted);
  expect(text).toContain('<meta name="wee5-public-url" content="https://xp.example.com/%22base%22" />');
  expect((await get(pages[0] ?? '')).text).toContain('<meta name="wee5-public-url" content="" />');
});

it.each([...pages, ...files.map((name) => `/pages/${name}`)])('need not send %s twice', async (path) => {
  const first = await get(path);
  expect(first.status).toBe(200);
  expect(first.headers.get('cache-control')).toBe('no-cache');
  const again = await get(path, server, { 'if-none-match': first.headers.get('etag') ?? '' });
  expect([again.status, again.text]).toEqual([304, '']);
  const head = await fetch(`${server.url}${path}`, { method: 'HEAD' });
  expect([head.status, head.headers.get('etag')]).toEqual([200, first.headers.get('etag')]);
  expect((await fetch(`${server.url}${path}`, { method: 'POST' })).status).toBe(405);
});

it.each(pages)('loads nothing at %s that is not there, and holds no inline script or style', async (path) => {
  const { text } = await get(path);
  const loaded = [...text.matchAll(/(?:src|href)="(\/pages\/[^"]+)"/g)].map(([, address]) => address ?? '');
  expect(loaded.length).toBeGreaterThan(4);
  for (const address of loaded) expect((await get(address)).status, address).toBe(200);
  expect(text).not.toMatch(/<style|<script(?![^>]* src=)|\son\w+=|style=|javascript:/);
});

it.each([
  '/experiences',
  '/dashboard',
  '/pages',
  '/pages/experience.html',
  '/pages/nothing.js',
  '/pages/..%2fapp.ts',
])('has nothing at %s', async (path) => {
  expect((await get(path)).status).toBe(404);
});
