import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { pngOf, redPng, startPictureHost, type PictureHost } from '../support/picture-host.ts';
import { pixelsOf, startPictureServer, type PictureServer } from '../support/picture-server.ts';

let host: PictureHost;
let server: PictureServer;
beforeAll(async () => {
  host = await startPictureHost();
  server = await startPictureServer({
    environment: { WHOP_API_URL: `${host.url}/api/v1` },
    portraitLimits: { patienceMs: 20_000 },
  });
});
afterAll(async () => {
  await server.stop();
  await host.stop();
});

let address = '';
let tests = 0;
beforeEach(async () => {
  address = host.on(`/${(tests += 1)}.png`, redPng);
  await server.portray('user_maya', { name: 'Maya', avatarUrl: address });
  host.asked.length = 0;
});

async function svgOf(userId = 'user_maya', headers: Record<string, string> = {}) {
  const response = await server.picture(userId, 'card.svg', headers);
  const [text, etag] = [await response.text(), response.headers.get('etag') ?? ''];
  const letters = [...text.matchAll(/<tspan[^>]*>([^<]*)/g)].map(([, letter]) => letter);
  return {
    status: response.status,
    etag,
    hasInitial: letters[0] === 'M',
    hasPicture: text.includes('<image'),
  };
}

it('is in the ring, in place of the first letter', async () => {
  expect(await svgOf()).toMatchObject({ hasPicture: true, hasInitial: false });
  const card = pixelsOf(await (await server.picture('user_maya', 'card.png')).bytes());
  expect(card.at(123, 119)).toBe('#ff0000');
  // Round, so that the ring is whole.
  expect(card.at(72, 68)).not.toBe('#ff0000');
  const arabic = pixelsOf(await (await server.picture('user_maya', 'card.png?lang=ar&scale=2')).bytes());
  expect(arabic.at(1200 - 246, 238)).toBe('#ff0000');
});

it('stands inside of the file: nothing is loaded from elsewhere', async () => {
  const text = await (await server.picture('user_maya', 'card.svg')).text();
  expect([...text.matchAll(/href="([^"]{0,22})/g)].map(([, start]) => start)).toEqual([
    'data:image/png;base64,',
  ]);
  expect(text).not.toContain(host.url);
});

it.each(['card.svg', 'card.png'])('changes the ETag of %s as it comes, changes and goes', async (file) => {
  const etags = [];
  for (const avatarUrl of [null, address, host.on(`/new-${tests}.png`, pngOf([0, 0, 255])), null]) {
    await server.portray('user_maya', { name: 'Maya', avatarUrl });
    const response = await server.picture('user_maya', file);
    const etag = response.headers.get('etag') ?? '';
    expect((await server.picture('user_maya', file, { 'if-none-match': etag })).status).toBe(304);
    etags.push(etag);
  }
  expect(new Set(etags).size).toBe(3);
  expect(etags[3]).toBe(etags[0]);
});

it('leaves the first letter where it cannot be had', async () => {
  for (const avatarUrl of [`${host.url}/gone-${tests}.png`, 'https://evil.example/a.png', 'no address']) {
    await server.portray('user_maya', { name: 'Maya', avatarUrl });
    expect(await svgOf()).toMatchObject({ status: 200, hasPicture: false, hasInitial: true });
  }
});

it('is gone with its card, and asked for nobody who is not shown', async () => {
  const { etag } = await svgOf();
  for (const hidden of ['hidden', 'members'] as const) {
    await server.portray('user_maya', { name: 'Maya', avatarUrl: address, visibility: hidden });
    expect(await svgOf('user_maya', { 'if-none-match': etag })).toMatchObject({
      status: 404,
      hasPicture: false,
    });
  }
  expect(host.asked).toHaveLength(1);
  const shy = host.on(`/shy-${tests}.png`, redPng);
  await server.portray('user_shy', { name: 'M', avatarUrl: shy, visibility: 'hidden' });
  await server.portray('user_fox', { name: 'R', avatarUrl: shy, pseudonym: 'M. Fox', publicId: 'anon_fox' });
  expect((await svgOf('user_shy')).status).toBe(404);
  expect(await svgOf('anon_fox')).toMatchObject({ status: 200, hasPicture: false, hasInitial: true });
  expect(host.asked).toHaveLength(1);
});
