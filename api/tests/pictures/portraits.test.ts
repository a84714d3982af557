import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PictureRenderer } from '../../src/pictures/png/picture-renderer.ts';
import { Portraits, type PortraitsOptions } from '../../src/pictures/portrait/portraits.ts';
import {
  greenJpeg,
  pngOf,
  redGif,
  redPng,
  startPictureHost,
  type PictureHost,
} from '../support/picture-host.ts';
import { pixelsOf } from '../support/picture-server.ts';

const renderer = new PictureRenderer();
let host: PictureHost;
let other: PictureHost;
let now = 0;
beforeAll(async () => {
  [host, other] = await Promise.all([startPictureHost(), startPictureHost()]);
});
afterAll(() => Promise.all([host.stop(), other.stop(), renderer.stop()]));

let portraits: Portraits;
beforeEach(() => start());
afterEach(() => portraits.close());

function start(limits: PortraitsOptions['limits'] = {}): void {
  now = 0;
  // Patient enough for a machine that is busy with other things.
  const patient = { patienceMs: 20_000, fetchMs: 20_000, ...limits };
  const allowed = { hosts: [], origin: host.url };
  portraits = new Portraits({ allowed, renderer, now: () => new Date(now), limits: patient });
}

function colourOf(portrait: string | undefined): string {
  const [, data = ''] = portrait?.split('data:image/png;base64,') ?? [];
  return pixelsOf(Buffer.from(data, 'base64')).at(124, 124);
}

it.each([
  ['PNG', redPng, '#ff0000'],
  ['GIF', redGif, '#ff0000'],
  ['JPEG', greenJpeg, '#00c700'],
  ['large PNG', pngOf([0, 0, 255], 1200), '#0000ff'],
])('draws a %s, round, whatever its host calls it', async (what, file, colour) => {
  const portrait = await portraits.of(host.on(`/${what.replace(' ', '-')}`, file));
  expect(colourOf(portrait)).toBe(colour);
  const pixels = pixelsOf(Buffer.from(portrait?.split(',')[1] ?? '', 'base64'));
  expect(pixels).toMatchObject({ width: 248, height: 248 });
});

it('follows a redirect to the same host', async () => {
  host.on('/moved.png', redPng);
  const address = host.on('/old.png', (_, response) =>
    response.writeHead(302, { location: '/moved.png' }).end(),
  );
  expect(colourOf(await portraits.of(address))).toBe('#ff0000');
});

/** `width` and `height` as its header has them, and nothing after it. */
function bomb(width: number, height: number): Uint8Array {
  const file = Buffer.from(redPng);
  file.writeUInt32BE(width, 16);
  file.writeUInt32BE(height, 20);
  return file;
}

describe('there is none', () => {
  it.each<[string, Parameters<PictureHost['on']>[1]]>([
    ['where nothing is', (_, response) => response.writeHead(404).end(redPng)],
    ['where the host is in trouble', (_, response) => response.writeHead(500).end(redPng)],
    ['where the connection breaks', (request) => request.socket.destroy()],
    ['behind redirects without an end', (_, response) => response.writeHead(301, { location: '#' }).end()],
    [
      'where more is announced than may come',
      (_, response) => response.writeHead(200, { 'content-length': 2_000_000 }).end(redPng),
    ],
    [
      'where more comes out than goes in',
      (_, response) =>
        response
          .writeHead(200, { 'content-encoding': 'gzip' })
          .end(gzipSync(Buffer.concat([redPng, Buffer.alloc(5_000_000)]))),
    ],
    ['in a page', (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('<html>')],
    ['in an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['in a WebP', Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64')],
    ['in a file of millions of pixels', bomb(50_000, 50_000)],
    ['in a line of pixels', bomb(100_000, 1)],
    ['in a GIF whose frame is larger than its screen', largeFrame()],
    ['in half of a file', redPng.slice(0, 40)],
    ['in nothing', new Uint8Array()],
  ])('%s', async (about, answer) => {
    start({ mostBytes: 100_000 });
    expect(await portraits.of(host.on(`/${encodeURIComponent(about)}`, answer))).toBeUndefined();
  });

  it.each([{ mostPixels: 63 }, { longestSide: 7 }])(
    'in a file with more pixels than it may have: %o',
    async (limits) => {
      const address = host.on('/eight.png', redPng);
      start({ mostPixels: 64, longestSide: 8 });
      expect(await portraits.of(address)).toBeDefined();
      start(limits);
      expect(await portraits.of(address)).toBeUndefined();
    },
  );

  it('where more comes than may, and the host is let go of', async () => {
    start({ mostBytes: 100_000 });
    let sent = 0;
    const address = host.on('/flood.png', (_, response) => {
      const more = (): boolean => response.write(Buffer.alloc(50_000), (error) => !error && void more());
      response.on('close', () => (sent = response.req.socket.bytesWritten));
      more();
    });
    expect(await portraits.of(address)).toBeUndefined();
    await expect.poll(() => sent).toBeGreaterThan(100_000);
    expect(sent).toBeLessThan(20_000_000);
  });

  it('on another host that a redirect leads to, and that host is never asked', async () => {
    const target = other.on('/inside.png', redPng);
    for (const location of [target, target.replace('http:', ''), 'file:///etc/passwd', 'data:image/png,x']) {
      const address = host.on(`/to-${encodeURIComponent(location)}`, (_, response) =>
        response.writeHead(302, { location }).end(),
      );
      expect(await portraits.of(address)).toBeUndefined();
    }
    expect(other.asked).toEqual([]);
  });

  it('on hosts that are not listed, which are never asked', async () => {
    const asked = host.asked.length;
    const { port } = new URL(host.url);
    for (const address of [
      null,
      `http://user:secret@127.0.0.1:${port}/a.png`,
      `https://127.0.0.1:${port}/a.png`,
      `http://localhost:${port}/a.png`,
      other.on('/a.png', redPng),
      '//127.0.0.1/a.png',
      'javascript:alert(1)',
    ]) {
      expect(await portraits.of(address)).toBeUndefined();
    }
    expect([host.asked.length, other.asked.length]).toEqual([asked, 0]);
  });
});

function largeFrame(): Uint8Array {
  const file = Buffer.from(redGif);
  file.writeUInt16LE(60_000, file.indexOf(0x2c) + 5);
  return file;
}

describe('a host that is slow', () => {
  it('keeps nobody waiting for longer than they have patience, and is there for the next', async () => {
    start({ patienceMs: 50 });
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const address = host.on('/slow.png', (_, response) => void released.then(() => response.end(redPng)));
    expect(await portraits.of(address)).toBeUndefined();
    // Whoever comes later does not wait all over again, and asks for nothing.
    expect(await portraits.of(address)).toBeUndefined();
    release();
    await expect.poll(async () => colourOf(await portraits.of(address)), { timeout: 20_000 }).toBe('#ff0000');
    expect(host.asked.filter((path) => path === '/slow.png')).toHaveLength(1);
  });

  it('is given up after a while, also in the middle of a picture', async () => {
    start({ fetchMs: 100 });
    const address = host.on('/stuck.png', (_, response) => response.write(redPng.slice(0, 20)));
    expect(await portraits.of(address)).toBeUndefined();
  });

  it('is let go of when the server stops', async () => {
    const { promise: gone, resolve: leave } = Promise.withResolvers<void>();
    const { promise: there, resolve: arrive } = Promise.withResolvers<void>();
    const address = host.on('/never.png', (request) => {
      arrive();
      request.on('close', leave);
    });
    const waiting = portraits.of(address);
    await there;
    portraits.close();
    expect(await waiting).toBeUndefined();
    await gone;
    expect(await portraits.of(host.on('/after.png', redPng))).toBeUndefined();
  });
});

const askedFor = (path: string): number => host.asked.filter((each) => each === path).length;

it('is fetched once for everybody who asks, and again after an hour', async () => {
  const address = host.on('/many.png', redPng);
  const all = await Promise.all(Array.from({ length: 30 }, () => portraits.of(address)));
  expect(new Set(all).size).toBe(1);
  now = 59 * 60_000;
  await portraits.of(address);
  expect(askedFor('/many.png')).toBe(1);
  host.on('/many.png', greenJpeg);
  now = 60 * 60_000;
  expect(colourOf(await portraits.of(address))).toBe('#00c700');
  expect(askedFor('/many.png')).toBe(2);
});

it('is not asked for again for ten minutes where there was none', async () => {
  const address = `${host.url}/later.png`;
  for (now = 0; now < 10 * 60_000; now += 60_000) expect(await portraits.of(address)).toBeUndefined();
  expect(askedFor('/later.png')).toBe(1);
  host.on('/later.png', redPng);
  expect(colourOf(await portraits.of(address))).toBe('#ff0000');
});

it('is fetched for a few members at a time, and for the others at their next look', async () => {
  start({ mostAtOnce: 2 });
  const addresses = ['/1.png', '/2.png', '/3.png'].map((path) => host.on(path, redPng));
  const drawn = await Promise.all(addresses.map((address) => portraits.of(address)));
  expect(drawn.map((portrait) => portrait !== undefined)).toEqual([true, true, false]);
  expect(await portraits.of(addresses[2] ?? null)).toBeDefined();
});

it('is kept for as many members as there is room for', async () => {
  const first = host.on('/first.png', redPng);
  const size = (await portraits.of(first))?.length ?? 0;
  start({ mostKeptBytes: size + 10 });
  for (const address of [first, first, host.on('/second.png', redPng), first]) await portraits.of(address);
  expect(askedFor('/first.png')).toBe(3);
});
