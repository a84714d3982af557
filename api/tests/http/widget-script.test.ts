import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Script } from '../../../packages/widgets/build/bundle.ts';
import { writeScript } from '../../../packages/widgets/build/write-script.ts';
import { createLogger } from '../../src/logger.ts';
import { answerErrors, refuseAddress } from '../../src/middleware/answer-errors.ts';
import { getWidgetScript } from '../../src/routes/widget-script.ts';

const directory = mkdtempSync(join(tmpdir(), 'wee5-widget-script-'));
const built = join(directory, 'built');
const kept = join(directory, 'kept');
const old = `wee5-old.${'a'.repeat(43)}.js`;
const gone = `wee5-gone.${'b'.repeat(43)}.js`;

let script: Script;
let url = '';
const servers: (() => void)[] = [];

beforeAll(async () => {
  script = await writeScript(pathToFileURL(`${built}/`));
  await mkdir(kept);
  await writeFile(join(kept, old), 'export default 1;');
  await writeFile(join(kept, 'wee5.js'), 'never sent');
  await copyFile(join(built, 'wee5.js.br'), join(kept, `${script.name}.br`));
  await writeFile(join(kept, script.name), 'the one that was built comes first');
  url = await serve();
}, 60_000);
afterAll(async () => {
  for (const close of servers) close();
  await rm(directory, { recursive: true });
});

async function serve(publicUrl?: string, directories = { built, kept }): Promise<string> {
  const config = { server: { publicUrl } } as Parameters<typeof getWidgetScript>[0];
  const app = express().use('/widgets/v1', getWidgetScript(config, directories));
  const server = app
    .use(refuseAddress)
    .use(answerErrors(createLogger('silent')))
    .listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  servers.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What really travels: `fetch` would unpack it, and always ask for something packed. */
async function read(name: string, headers: Record<string, string> = {}, method = 'GET') {
  const request = get(`${url}/widgets/v1/${name}`, { headers, method });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const body = Buffer.concat(await response.toArray());
  return { status: response.statusCode, headers: response.headers, body };
}

const browser = { 'accept-encoding': 'gzip, deflate, br, zstd' };

describe.each(['wee5.js', 'wee5.css', 'integrity.json'])('%s', (name) => {
  it('is for every page, and asked for again after five minutes', async () => {
    const { status, headers } = await read(name);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'timing-allow-origin': '*',
      'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
      vary: 'Accept-Encoding',
      etag: expect.stringMatching(/^"[\w-]{43}"$/) as string,
    });
  });

  it('is not sent again to whoever has it', async () => {
    const { headers } = await read(name, browser);
    const again = await read(name, { ...browser, 'if-none-match': String(headers['etag']) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect(again.headers).toMatchObject({ etag: headers['etag'], vary: 'Accept-Encoding' });
  });

  it('tells HEAD what GET would send', async () => {
    const [full, head] = [await read(name, browser), await read(name, browser, 'HEAD')];
    expect(head.body).toHaveLength(0);
    expect(head.headers['content-length']).toBe(String(full.body.length));
    expect(head.headers['etag']).toBe(full.headers['etag']);
  });
});

it.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['gzip, br;q=0', 'gzip', gunzipSync],
  ['identity', undefined, (bytes: Buffer) => bytes],
  ['', undefined, (bytes: Buffer) => bytes],
])('sends whoever accepts “%s” the script as %s', async (accepted, encoding, unpack) => {
  const { headers, body } = await read('wee5.js', { 'accept-encoding': accepted });
  expect(headers['content-encoding']).toBe(encoding);
  expect(unpack(body).toString()).toBe(script.code);
  const plain = await read('wee5.js');
  if (encoding) expect(headers['etag']).not.toBe(plain.headers['etag']);
});

it('sends the script and its parts for good under the names that carry their hashes', async () => {
  for (const { name, code } of [script, ...script.parts]) {
    const { status, headers, body } = await read(name);
    expect([status, body.toString()]).toEqual([200, code]);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
  }
});

it('says how a page pins the script', async () => {
  const { version } = JSON.parse(
    await readFile(new URL('../../../packages/widgets/package.json', import.meta.url), 'utf8'),
  ) as { version: string };
  const hash = Buffer.from(script.name.split('.')[1]!, 'base64url').toString('base64');
  const pin = { version, file: script.name, integrity: `sha256-${hash}` };
  const { body } = await read('integrity.json', browser);
  expect(JSON.parse(body.toString())).toEqual({ ...pin, url: `/widgets/v1/${script.name}` });

  const reached = await serve('https://xp.example.com');
  const answer = await fetch(`${reached}/widgets/v1/integrity.json`);
  expect(await answer.json()).toEqual({
    ...pin,
    url: `https://xp.example.com/widgets/v1/${script.name}`,
  });
});

it('still sends what earlier releases load, and of them only what never changes', async () => {
  const { status, headers, body } = await read(old, browser);
  expect([status, body.toString()]).toEqual([200, 'export default 1;']);
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await read('wee5.js')).body.toString()).toBe(script.code);
});

it.each([gone, 'wee5.js.br', 'package.json', '..%2Fpackage.json', 'constructor'])(
  'has nothing at %s, and no cache keeps that',
  async (name) => {
    const { status, headers, body } = await read(name);
    expect(status).toBe(404);
    expect(JSON.parse(body.toString())).toMatchObject({ status: 404, code: 'not-found' });
    expect(headers).toMatchObject({
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    });
  },
);

it('has nothing at all before the widgets are built', async () => {
  const empty = await serve(undefined, { built: join(directory, 'none'), kept: join(directory, 'none') });
  expect((await fetch(`${empty}/widgets/v1/wee5.js`)).status).toBe(404);
});
