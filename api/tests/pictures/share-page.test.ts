import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileNames } from '../support/hostile-names.ts';
import { communityId, startPictureServer, type PictureServer } from '../support/picture-server.ts';

const publicUrl = 'https://xp.example.com/wee5';
const page = `/share/${communityId}/user_maya`;
let server: PictureServer;
beforeAll(async () => {
  server = await startPictureServer({ environment: { PUBLIC_URL: `${publicUrl}/` } });
  await server.pglite.query(`update communities set name = 'Night Builders' where id = $1`, [communityId]);
  await server.portray('user_maya', { name: 'Maya Chen' });
  await server.portray('user_hidden', { name: 'Secret Name', visibility: 'hidden' });
  await server.portray('user_shy', { name: 'Secret Name', visibility: 'members' });
});
afterAll(() => server.stop());

async function read(path: string) {
  const response = await server.get(path);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

function policyOf(headers: Headers): Map<string, string> {
  const parts = headers.get('content-security-policy')?.split('; ') ?? [];
  return new Map(parts.map((part) => [part.split(' ', 1)[0] ?? '', part.slice(part.indexOf(' ') + 1)]));
}

const tag = (text: string, name: string) =>
  new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(text)?.[1];

it('says everything in words, for whoever runs no script and whoever shows a link to it', async () => {
  const { status, headers, text } = await read(page);
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  const alt = 'Maya Chen, level 10, 5,210 XP, rank 1 of 1';
  expect(text).toContain('<title>Maya Chen in Night Builders</title>');
  expect(text).toContain(`<p>${alt}</p>`);
  expect(tag(text, 'og:title')).toBe('Maya Chen in Night Builders');
  expect(tag(text, 'og:description')).toBe(`${alt}. 565 XP to level 11, Night Builders.`);
  expect(tag(text, 'og:url')).toBe(`${publicUrl}${page}`);
  const picture = `${publicUrl}/api/v1/communities/${communityId}/members/user_maya/card.png?size=og`;
  expect(tag(text, 'og:image')).toBe(picture);
  expect([tag(text, 'og:image:width'), tag(text, 'og:image:height')]).toEqual(['1200', '630']);
  expect(tag(text, 'og:image:alt')).toBe(alt);
  expect(tag(text, 'twitter:card')).toBe('summary_large_image');
  expect(tag(text, 'twitter:image')).toBe(picture);
  expect(tag(text, 'twitter:image:alt')).toBe(alt);
  expect(text).toContain(`<link rel="canonical" href="${publicUrl}${page}" />`);
  expect(text).toContain('type="application/json+oembed"');
});

it('names a picture that is there, and an oEmbed that answers', async () => {
  const { text } = await read(page);
  const picture = tag(text, 'og:image')?.slice(publicUrl.length) ?? '';
  expect((await server.get(picture)).headers.get('content-type')).toBe('image/png');
  const href =
    /oembed" href="([^"]+)"/.exec(text.replaceAll(/\s+/g, ' '))?.[1]?.replaceAll('&amp;', '&') ?? '';
  const answer = await server.get(href.slice(publicUrl.length));
  expect([answer.status, await answer.json()]).toMatchObject([200, { title: 'Maya Chen in Night Builders' }]);
});

it('is the address that the request came to where the server knows no other', async () => {
  const plain = await startPictureServer();
  await plain.portray('user_maya', { name: 'Maya' });
  const text = await (await plain.get(page)).text();
  expect(tag(text, 'og:url')).toBe(`${plain.url}${page}`);
  await plain.stop();
});

describe('a card that is not for everybody', () => {
  it.each([
    ['of a member who hides', `/share/${communityId}/user_hidden`],
    ['for members', `/share/${communityId}/user_shy`],
    ['of nobody', `/share/${communityId}/user_nobody`],
    ['of whoever asks', `/share/${communityId}/me`],
    ['of no community', '/share/biz_nowhere/user_maya'],
    ['of no id', `/share/${communityId}/${'x'.repeat(201)}`],
    ['in a frame', `/share/${communityId}/user_hidden/embed`],
  ])('%s is not there, and the page says no more', async (_about, path) => {
    const [shown, nobody] = await Promise.all([read(path), read(`/share/${communityId}/user_never`)]);
    expect([shown.status, shown.headers.get('cache-control')]).toEqual([404, 'no-store']);
    expect(shown.text).toBe(nobody.text);
    expect(shown.text).toContain('No card is shown here');
    expect(shown.text).not.toMatch(/Secret|og:|oembed|data-community/);
  });

  it('is not there either for a member who is shown it elsewhere: a link is for everybody', async () => {
    const member = await server.member({ communityId, userId: 'user_maya' });
    expect((await server.get(`/share/${communityId}/user_shy`, member)).status).toBe(404);
  });

  it('is gone at the next request once its community is not public', async () => {
    const { headers } = await read(page);
    const kept = { 'if-none-match': headers.get('etag') ?? '' };
    expect((await server.get(page, kept)).status).toBe(304);
    await server.pglite.query(`update communities set visibility = 'members' where id = $1`, [communityId]);
    const refused = await server.get(page, kept);
    expect([refused.status, await refused.text()]).toEqual([
      404,
      (await read(`/share/${communityId}/x`)).text,
    ]);
    await server.pglite.query(`update communities set visibility = 'public' where id = $1`, [communityId]);
  });
});

it.each(hostileNames)('keeps a name a name: %s', async (_about, name) => {
  await server.portray('user_hostile', { name });
  for (const path of ['', '/embed']) {
    const { text } = await read(`/share/${communityId}/user_hostile${path}`);
    const plain = await read(`${page}${path}`);
    const tags = (html: string) => html.match(/<[!?/]?[a-z-]+|\son\w+="/gi);
    expect(tags(text)).toEqual(tags(plain.text));
  }
});

it('loads only what is its own, and stands in frames only where it is made for them', async () => {
  const [alone, embed] = await Promise.all([read(page), read(`${page}/embed`)]);
  for (const { headers, text } of [alone, embed]) {
    const policy = policyOf(headers);
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('style-src')).toBe("'self'");
    expect(policy.get('require-trusted-types-for')).toBe("'script'");
    expect(text).not.toMatch(/<style|<script(?![^>]* src=)|\sstyle=|javascript:/);
    for (const [, address] of text.matchAll(/(?:src|href)="(\/pages\/[^"]+)"/g)) {
      expect((await server.get(address ?? '')).status).toBe(200);
    }
  }
  expect(policyOf(alone.headers).get('frame-ancestors')).toBe("'none'");
  expect(policyOf(embed.headers).get('frame-ancestors')).toBe('*');
  expect(embed.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(alone.headers.get('x-request-id')).toBeTruthy();
});

it('is light or dark where its address says so', async () => {
  for (const path of [page, `${page}/embed`]) {
    expect((await read(`${path}?theme=dark`)).text).toContain('<html lang="en" data-theme="dark">');
    expect((await read(`${path}?theme="><script>`)).text).toContain('<html lang="en">');
  }
});

it('counts as a read, and takes no other method', async () => {
  expect((await server.get(page)).headers.get('ratelimit')).toContain('"ip"');
  expect((await fetch(`${server.url}${page}`, { method: 'POST' })).status).toBe(405);
  expect((await server.get(`${page}/other`)).status).toBe(404);
});
