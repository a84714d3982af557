import { oEmbedSchema, type OEmbed } from '@wee5/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communityId, startPictureServer, type PictureServer } from '../support/picture-server.ts';

const publicUrl = 'https://xp.example.com';
const page = `${publicUrl}/share/${communityId}/user_maya`;
let server: PictureServer;
beforeAll(async () => {
  server = await startPictureServer({ environment: { PUBLIC_URL: publicUrl } });
  await server.portray('user_maya', { name: '"Maya" <b>' });
  await server.portray('user_hidden', { name: 'Secret Name', visibility: 'hidden' });
});
afterAll(() => server.stop());

const ask = (url: string, more = '') => server.get(`/api/oembed?url=${encodeURIComponent(url)}${more}`);
const embed = async (more = ''): Promise<OEmbed> => oEmbedSchema.parse(await (await ask(page, more)).json());

describe('a share page', () => {
  it('stands in a frame, live', async () => {
    const response = await ask(page, '&format=json');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(oEmbedSchema.parse(await response.json())).toEqual({
      version: '1.0',
      type: 'rich',
      title: '"Maya" <b>',
      provider_name: 'Wee5',
      provider_url: publicUrl,
      cache_age: 0,
      width: 480,
      height: 272,
      html:
        `<iframe src="${page}/embed" ` +
        `title="&quot;Maya&quot; &lt;b&gt;, level 10, 5,210 XP, rank 1 of 1" width="480" height="272" ` +
        `loading="lazy" style="border:0;max-width:100%"></iframe>`,
      thumbnail_url: `${publicUrl}/api/v1/communities/${communityId}/members/user_maya/card.png?size=og`,
      thumbnail_width: 1200,
      thumbnail_height: 630,
    });
  });

  it.each([
    ['&maxwidth=320', { type: 'rich', width: 320, height: 272 }],
    ['&maxwidth=2000&maxheight=2000', { type: 'rich', width: 480, height: 272 }],
    ['&maxwidth=240&maxheight=272', { type: 'rich', width: 240, height: 272 }],
    ['&maxwidth=239', { type: 'link' }],
    ['&maxheight=271', { type: 'link' }],
  ])('is never larger than there is room: %s', async (more, expected) => {
    expect(await embed(more)).toMatchObject(expected);
  });

  it.each(['maxwidth=0', 'maxwidth=x', 'maxheight=1.5', 'maxwidth=100&maxwidth=200'])(
    'takes no such room: %s',
    async (more) => {
      const response = await ask(page, `&${more}`);
      expect([response.status, await response.json()]).toMatchObject([400, { code: 'validation-failed' }]);
    },
  );

  it('may be named by its embedded form, and with a query', async () => {
    for (const url of [`${page}/embed`, `${page}?utm_source=x#top`]) {
      expect(await (await ask(url)).json()).toMatchObject({ type: 'rich' });
    }
  });

  it('keeps the theme of its address', async () => {
    const { html } = (await (await ask(`${page}?theme=dark&x=1`)).json()) as { html: string };
    expect(html).toContain(`src="${page}/embed?theme=dark"`);
  });

  it('is told to any page, without cookies', async () => {
    const { headers } = await ask(page);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cache-control')).toBe('public, no-cache');
    expect(headers.get('ratelimit')).toContain('"ip"');
    const again = await server.get(`/api/oembed?url=${encodeURIComponent(page)}`, {
      'if-none-match': headers.get('etag') ?? '',
    });
    expect(again.status).toBe(304);
  });
});

it.each(['xml', 'yaml'])('is not offered as %s', async (format) => {
  const response = await ask(page, `&format=${format}`);
  expect([response.status, await response.json()]).toMatchObject([501, { code: 'format-not-offered' }]);
});

it.each([
  `https://evil.example/share/${communityId}/user_maya`,
  `https://xp.example.com.evil.example/share/${communityId}/user_maya`,
  `https://evil@xp.example.com.evil.example/share/${communityId}/user_maya`,
  `http://xp.example.com/share/${communityId}/user_maya`,
  `https://xp.example.com:444/share/${communityId}/user_maya`,
  'https://xp.example.com/dashboard/biz_1',
  `https://xp.example.com/share/${communityId}`,
  `https://xp.example.com/share/${communityId}/`,
  `https://xp.example.com/share/${communityId}/user_maya/other`,
  'javascript:alert(1)',
  'no address',
])('embeds nothing but share pages of this server: %s', async (url) => {
  const response = await ask(url);
  expect([response.status, await response.json()]).toMatchObject([404, { code: 'not-found' }]);
});

it('needs an address', async () => {
  expect((await server.get('/api/oembed')).status).toBe(400);
  expect((await server.get('/api/oembed?url=a&url=b')).status).toBe(400);
});

it('answers for whoever hides as for whoever never was, and names nobody', async () => {
  const answers = await Promise.all(
    ['user_hidden', 'user_never'].map(async (userId) => {
      const response = await ask(`${publicUrl}/share/${communityId}/${userId}`);
      const { requestId: _requestId, ...problem } = (await response.json()) as Record<string, unknown>;
      return [response.status, problem];
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toMatchObject([404, { code: 'unknown-member' }]);
});

it('tells that a community is not public, as oEmbed has it', async () => {
  await server.pglite.query(`update communities set visibility = 'members' where id = $1`, [communityId]);
  const response = await ask(page);
  expect([response.status, await response.json()]).toMatchObject([401, { code: 'unauthenticated' }]);
  await server.pglite.query(`update communities set visibility = 'public' where id = $1`, [communityId]);
});
