import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageOrigin } from '../support/identity-server.ts';
import { communityId, startPictureServer, type PictureServer } from '../support/picture-server.ts';

let server: PictureServer;
beforeAll(async () => {
  server = await startPictureServer();
});
afterAll(() => server.stop());

const files = ['card.svg', 'card.png'];
const codeOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { code: string }).code,
];

describe.each(files)('%s', (file) => {
  it('is sent once, and asked for every time', async () => {
    await server.portray('user_1', { name: 'Maya' });
    const first = await server.picture('user_1', file);
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    const kept = { 'if-none-match': first.headers.get('etag') ?? '' };
    const again = await server.picture('user_1', file, kept);
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await server.picture('user_1', `${file}?theme=dark`, kept)).status).toBe(200);
    expect((await server.picture('user_1', `${file}?size=og`, kept)).status).toBe(200);
    await server.portray('user_1', { name: 'Maya C' });
    expect((await server.picture('user_1', file, kept)).status).toBe(200);
  });

  it('is gone at the next request once its member hides, also for whoever has it', async () => {
    await server.portray('user_1', { name: 'Maya' });
    const shown = await server.picture('user_1', file);
    expect(shown.status).toBe(200);
    await server.portray('user_1', { name: 'Maya', visibility: 'hidden' });
    const headers = { 'if-none-match': shown.headers.get('etag') ?? '' };
    expect(await codeOf(await server.picture('user_1', file, headers))).toEqual([404, 'unknown-member']);
    await server.portray('user_1', { name: 'Maya' });
    expect((await server.picture('user_1', file, headers)).status).toBe(304);
  });

  it('refuses whoever hides exactly as whoever never was', async () => {
    await server.portray('user_hidden', { name: 'Maya', visibility: 'hidden' });
    const [hidden, unknown] = await Promise.all(
      ['user_hidden', 'user_nobody'].map(async (userId) => {
        const response = await server.picture(userId, file);
        const { requestId: _requestId, ...problem } = (await response.json()) as Record<string, unknown>;
        return {
          type: response.headers.get('content-type'),
          cache: response.headers.get('cache-control'),
          problem,
        };
      }),
    );
    expect(hidden).toEqual(unknown);
    expect(hidden?.cache).toBe('no-store');
  });

  it('is for members alone where the member says so', async () => {
    await server.portray('user_shy', { name: 'Shy', visibility: 'members' });
    expect(await codeOf(await server.picture('user_shy', file))).toEqual([404, 'unknown-member']);
    const member = await server.member({ communityId, userId: 'user_2' });
    const shown = await server.picture('user_shy', file, member);
    expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
    expect(shown.headers.get('vary')).toContain('Authorization');
  });

  it('opens with a page’s key on its own pages only', async () => {
    await server.portray('user_1', { name: 'Maya' });
    const { key } = await server.addKey(communityId, 'publishable');
    const shown = await server.picture('user_1', `${file}?key=${key}`, { referer: `${pageOrigin}/a/page` });
    expect(shown.status).toBe(200);
    const elsewhere = await server.picture('user_1', `${file}?key=${key}`, {
      referer: 'https://evil.example/',
    });
    expect(elsewhere.status).toBe(403);
  });

  it('is not there without an identity where the community is not public', async () => {
    await server.pglite.query(`update communities set visibility = 'members' where id = $1`, [communityId]);
    expect(await codeOf(await server.picture('user_1', file))).toEqual([401, 'unauthenticated']);
    await server.pglite.query(`update communities set visibility = 'public' where id = $1`, [communityId]);
  });
});

describe('under a pseudonym', () => {
  beforeAll(() =>
    server.portray('user_fox', { name: 'Reinhard', pseudonym: 'The fox', publicId: 'anon_fox' }),
  );

  it('the picture and the page show it, and no real name or id', async () => {
    for (const path of [
      `/api/v1/communities/${communityId}/members/anon_fox/card.svg`,
      `/share/${communityId}/anon_fox`,
      `/share/${communityId}/anon_fox/embed`,
    ]) {
      const text = await (await server.get(path)).text();
      expect(text).toContain('The fox');
      expect(text).not.toMatch(/Reinhard|user_fox/);
    }
  });

  it('the real id leads nowhere', async () => {
    expect((await server.picture('user_fox', 'card.svg')).status).toBe(404);
    expect((await server.get(`/share/${communityId}/user_fox`)).status).toBe(404);
  });
});
